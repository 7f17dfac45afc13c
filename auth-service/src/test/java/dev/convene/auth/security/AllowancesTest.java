package dev.convene.auth.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.auth.servers.MovedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowancesTest {

  private final MovedClock clock = new MovedClock();
  private final Allowances allowances = new Allowances(60, clock);

  @Test
  void asManyPassAtOnceAsInAMinuteAndThenAtThatPace() {
    for (int i = 0; i < 60; i++) {
      assertThat(allowances.take("a", 1)).isZero();
    }
    assertThat(allowances.take("a", 1)).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    clock.move(Duration.ofSeconds(5));
    for (int i = 0; i < 5; i++) {
      assertThat(allowances.take("a", 1)).isZero();
    }
    assertThat(allowances.take("a", 1)).isPositive();
  }

  @Test
  void nobodyUsesUpWhatAnotherMayDo() {
    allowances.take("a", 60);
    assertThat(allowances.take("a", 1)).isPositive();
    assertThat(allowances.take("b", 1)).isZero();
  }

  @Test
  void whoTakesMoreThanThereIsWaitsNoLongerForIt() {
    allowances.take("a", 1000);
    clock.move(Duration.ofSeconds(2));
    assertThat(allowances.take("a", 1)).isZero();
  }
}
