package dev.convene.webex.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CreationQuotaTest {

  private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
  private final CreationQuota quota = new CreationQuota(2, (InstantSource) now::get);

  @Test
  void theMeetingOverTheLimitWaitsUntilTheOldestIsADayOld() {
    quota.take("bob");
    now.set(MORNING.plus(Duration.ofHours(3)));
    quota.take("bob");
    assertThat(quota.take("bob")).contains(Duration.ofHours(21));
    now.set(MORNING.plus(Duration.ofHours(24)));
    assertThat(quota.take("bob")).isEmpty();
    assertThat(quota.take("bob")).contains(Duration.ofHours(3));
  }

  @Test
  void anotherHostIsNotConcerned() {
    quota.take("bob");
    quota.take("bob");
    assertThat(quota.take("carol")).isEmpty();
  }

  @Test
  void whatWebexSaysIsBelieved() {
    quota.exhausted("bob", Duration.ofHours(1));
    assertThat(quota.take("bob")).contains(Duration.ofHours(1));
    now.set(MORNING.plus(Duration.ofHours(1)));
    assertThat(quota.take("bob")).isEmpty();
  }

  @Test
  void forgettingIdleHostsForgetsNoOneElse() {
    quota.take("bob");
    now.set(MORNING.plus(Duration.ofHours(23)));
    quota.take("carol");
    quota.take("carol");
    now.set(MORNING.plus(Duration.ofHours(25)));
    quota.prune();
    assertThat(quota.take("carol")).isPresent();
    assertThat(quota.take("bob")).isEmpty();
  }

  @Test
  void zeroMeansNoLimit() {
    CreationQuota unlimited = new CreationQuota(0, (InstantSource) now::get);
    for (int i = 0; i < 1000; i++) {
      assertThat(unlimited.take("bob")).isEmpty();
    }
  }
}
