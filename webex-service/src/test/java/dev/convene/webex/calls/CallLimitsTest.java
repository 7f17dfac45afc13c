package dev.convene.webex.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallLimitsTest {

  @Test
  void callsOverTheLimitAreToldToWaitElsewhereInsteadOfQueueing() {
    CallLimits limits = new CallLimits(1);
    assertThat(limits.acquire("bob")).isEmpty();
    assertThat(limits.acquire("bob"))
        .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(30)));
  }

  @Test
  void eachTokenHasALimitOfItsOwn() {
    CallLimits limits = new CallLimits(1);
    assertThat(limits.acquire("bob")).isEmpty();
    assertThat(limits.acquire("alice")).isEmpty();
    assertThat(limits.acquire("bob")).isPresent();
  }

  @Test
  void zeroMeansNoLimit() {
    CallLimits limits = new CallLimits(0);
    assertThat(IntStream.range(0, 10_000).allMatch(_ -> limits.acquire("bob").isEmpty())).isTrue();
  }
}
