package dev.convene.webex.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CreationQuotaTest {

  private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
  private final CreationQuota quota = new CreationQuota(2, (InstantSource) now::get);

  @Test
  void theMeetingOverTheLimitWaitsUntilTheOldestIsADayOld() {
    take("bob");
    now.set(MORNING.plus(Duration.ofHours(3)));
    take("bob");
    assertThat(take("bob")).contains(Duration.ofHours(21));
    now.set(MORNING.plus(Duration.ofHours(24)));
    assertThat(take("bob")).isEmpty();
    assertThat(take("bob")).contains(Duration.ofHours(3));
  }

  @Test
  void anotherHostIsNotConcerned() {
    take("bob");
    take("bob");
    assertThat(take("carol")).isEmpty();
  }

  @Test
  void whatWebexSaysIsBelieved() {
    quota.exhausted("bob", Duration.ofHours(1));
    assertThat(take("bob")).contains(Duration.ofHours(1));
    now.set(MORNING.plus(Duration.ofHours(1)));
    assertThat(take("bob")).isEmpty();
  }

  @Test
  void forgettingIdleHostsForgetsNoOneElse() {
    take("bob");
    now.set(MORNING.plus(Duration.ofHours(23)));
    take("carol");
    take("carol");
    now.set(MORNING.plus(Duration.ofHours(25)));
    quota.prune();
    assertThat(take("carol")).isPresent();
    assertThat(take("bob")).isEmpty();
  }

  @Test
  void zeroMeansNoLimit() {
    CreationQuota unlimited = new CreationQuota(0, (InstantSource) now::get);
    for (int i = 0; i < 1000; i++) {
      assertThat(unlimited.take("bob", UUID.randomUUID())).isEmpty();
    }
  }

  @Test
  void whatOthersAreKnownToHaveTriedCountsAndOnlyOnce() {
    UUID meeting = UUID.randomUUID();
    quota.learn("bob", meeting, 1, MORNING.minus(Duration.ofHours(20)));
    quota.learn("bob", meeting, 1, MORNING.minus(Duration.ofHours(20)));
    assertThat(take("bob")).isEmpty();
    assertThat(take("bob")).contains(Duration.ofHours(4));
  }

  @Test
  void eachFailedAttemptCounts() {
    quota.learn("bob", UUID.randomUUID(), 2, MORNING);
    assertThat(take("bob")).contains(Duration.ofHours(24));
  }

  @Test
  void ofMoreThanTheLimitEnoughMustBeADayOld() {
    for (int hours = 1; hours <= 4; hours++) {
      quota.learn("bob", UUID.randomUUID(), 1, MORNING.minus(Duration.ofHours(hours)));
    }
    assertThat(take("bob")).contains(Duration.ofHours(22));
  }

  @Test
  void whatIsADayOldIsNotLearnt() {
    quota.learn("bob", UUID.randomUUID(), 9, MORNING.minus(Duration.ofHours(24)));
    assertThat(take("bob")).isEmpty();
  }

  private Optional<Duration> take(String host) {
    return quota.take(host, UUID.randomUUID());
  }
}
