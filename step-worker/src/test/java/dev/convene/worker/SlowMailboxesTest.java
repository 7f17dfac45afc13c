package dev.convene.worker;

import static dev.convene.worker.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SlowMailboxesTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource clock = now::get;
  private final SlowMailboxes slow = Fixtures.slowMailboxes(clock); // two at a time, for a minute

  @Test
  void aMailboxIsApartForAMinuteAfterItsLastSlowAttempt() {
    slow.mark(Set.of("bob"));
    pass(Duration.ofSeconds(50));
    slow.mark(Set.of("bob"));
    pass(Duration.ofSeconds(50));
    assertThat(slow.contains("bob")).isTrue();
    assertThat(slow.contains("alice")).isFalse();
    pass(Duration.ofSeconds(11));
    assertThat(slow.contains("bob")).isFalse();
  }

  @Test
  void whoIsSlowAgainSoonIsApartForTwiceAsLong() {
    slow.mark(Set.of("bob"));
    pass(Duration.ofSeconds(61));
    slow.mark(Set.of("bob"));
    pass(Duration.ofSeconds(119));
    assertThat(slow.contains("bob")).isTrue();
    pass(Duration.ofSeconds(2));
    assertThat(slow.contains("bob")).isFalse();
  }

  @Test
  void whereMoreAreSlowItIsTheProviderAndNobodyIsApart() {
    assertThat(slow.mark(Set.of("a", "b", "c"))).isFalse();
    assertThat(slow.contains("a")).isFalse();
    assertThat(slow.mark(Set.of("a", "b"))).isTrue();
    assertThat(slow.mark(Set.of("c"))).isFalse();
    assertThat(slow.mark(Set.of("b"))).as("it is one of them").isTrue();
  }

  @Test
  void whatIsSlowDependsOnWhatIsTypical() {
    assertThat(slow.patience()).isEqualTo(Duration.ofSeconds(4));
    learn(Duration.ofMillis(10), 30);
    assertThat(slow.patience()).as("never less than that").isEqualTo(Duration.ofMillis(500));
    learn(Duration.ofSeconds(2), 30);
    assertThat(slow.patience()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(16));
  }

  @Test
  void onlyWhatStillRunsIsSlowerThanItsPatience() {
    Pace pace = new Pace(clock);
    pace.time("alice", () -> pass(Duration.ofSeconds(3)));
    Set<String> found =
        pace.time(
            "bob",
            () -> {
              pass(Duration.ofSeconds(3));
              return pace.slowerThan(Duration.ofSeconds(2));
            });
    assertThat(found).containsExactly("bob");
    assertThat(pace.slowerThan(Duration.ZERO)).isEmpty();
  }

  private void learn(Duration each, int batches) {
    for (int i = 0; i < batches; i++) {
      Pace pace = new Pace(clock);
      pace.time("anybody", () -> pass(each));
      slow.learn(pace);
    }
  }

  private Instant pass(Duration time) {
    return now.updateAndGet(before -> before.plus(time));
  }
}
