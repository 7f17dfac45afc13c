package dev.convene.gateway.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Step;
import dev.convene.gateway.servers.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTimesTest {

  private static final Instant NOW = Instant.parse("2027-01-01T09:00:10Z");
  private static final Events EVENTS = new Events(new UUID(7, 7));

  private final SweepTimes times =
      new SweepTimes(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofMinutes(2));

  @Test
  void theTimeBetweenCopiesDoublesUpToAnHour() {
    assertThat(
            IntStream.of(0, 1, 2, 3, 6, 7, 8, 1000)
                .mapToLong(n -> Duration.between(NOW, times.afterCopies(n, NOW)).toSeconds()))
        .containsExactly(30L, 60L, 120L, 240L, 1920L, 3600L, 3600L, 3600L);
  }

  @Test
  void aParkedStepIsWaitedForUntilAfterItsNextAttempt() {
    Progress delayed = Progress.none().with(Fact.of("d", EVENTS.delayed(Step.CREATE_MEETING, 5)));

    assertThat(times.after(delayed, NOW)).contains(Instant.parse("2027-01-01T09:12:05Z"));
    Instant muchLater = NOW.plus(Duration.ofHours(1));
    assertThat(times.after(delayed, muchLater)).contains(muchLater.plusSeconds(30));
  }

  @Test
  void whatHasEndedIsNotSwept() {
    Progress scheduled = Progress.none().with(Fact.of("s", EVENTS.sent(1)));

    assertThat(times.after(scheduled, NOW)).isEmpty();
    assertThat(times.after(Progress.none(), NOW)).contains(NOW.plusSeconds(30));
  }
}
