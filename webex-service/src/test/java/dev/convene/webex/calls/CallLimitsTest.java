package dev.convene.webex.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallLimitsTest {

  @Test
  void callsOverTheLimitAreToldToWaitElsewhereInsteadOfQueueing() {
    CallLimits limits = new CallLimits(1);
    assertThat(limits.acquire()).isEmpty();
    assertThat(limits.acquire())
        .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(30)));
  }

  @Test
  void zeroMeansNoLimit() {
    CallLimits limits = new CallLimits(0);
    assertThat(IntStream.range(0, 10_000).allMatch(_ -> limits.acquire().isEmpty())).isTrue();
  }
}
