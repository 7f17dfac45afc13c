package dev.convene.chaos.checking;

import static dev.convene.chaos.checking.Scene.HOST;
import static dev.convene.chaos.checking.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimTest {

  private static final Duration A_WHILE = Duration.ofSeconds(5);

  private static Claim with(Claim.Run... timeline) {
    return new Claim(
        new UUID(1, 1), "SCHEDULED", "SCHEDULED", HOST, NOON, null, null, List.of(timeline));
  }

  private static Claim.Run run(String step, String outcome, int second) {
    return new Claim.Run(
        step, outcome, NOON, NOON.plusSeconds(second), 1, null, NOON.plusSeconds(second));
  }

  @Test
  void aStepThatWasDelayedAndEndedMuchLaterHasWaited() {
    Claim claim = with(run("create", "delayed", 1), run("create", "created", 20));
    assertThat(claim.waitedFor(A_WHILE)).isTrue();
    assertThat(claim.delayedSteps()).isEqualTo(1);
  }

  @Test
  void aStepThatEndedSoonAfterHasNot() {
    assertThat(with(run("create", "delayed", 1), run("create", "created", 3)).waitedFor(A_WHILE))
        .isFalse();
  }

  @Test
  void aCopyOfWhatWasDoneAlreadyIsNotWaitedFor() {
    Claim claim =
        with(
            run("create", "created", 1), run("create", "delayed", 2), run("create", "created", 30));
    assertThat(claim.waitedFor(A_WHILE)).isFalse();
  }
}
