package dev.convene.worker;

import static dev.convene.worker.Fixtures.NOW;
import static dev.convene.worker.Fixtures.SLOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Step;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptTest {

  private final Attempt first = Attempt.first(Step.CREATE_MEETING, NOW, () -> true);

  @Test
  void onceAnAnswerWasLostEveryLaterAttemptIsCareful() {
    Attempt second = first.after(new Postponed(SLOW, null, Trace.UNKNOWN), NOW.plusSeconds(1));
    Attempt third = second.after(new Postponed(SLOW, null, Trace.NO_EFFECT), NOW.plusSeconds(2));
    assertThat(third.number()).isEqualTo(3);
    assertThat(third.possiblyTriedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void waitingForAPermitIsNoAttempt() {
    assertThat(first.after(new Postponed(SLOW, null, Trace.NOT_TRIED), NOW)).isEqualTo(first);
  }

  @Test
  void patienceStartsWithTheFirstCallAndNotWithTheWaitBeforeIt() {
    Postponed heldBack = new Postponed(SLOW, null, Trace.NOT_TRIED);
    Attempt afterADay = first.after(heldBack, NOW.plusSeconds(86_400));
    assertThat(afterADay.firstAt()).isEqualTo(NOW.plusSeconds(86_400));
    Attempt second = first.after(new Postponed(SLOW, null, Trace.NO_EFFECT), NOW);
    assertThat(second.after(heldBack, NOW.plusSeconds(86_400)).firstAt()).isEqualTo(NOW);
  }

  @Test
  void theReportCountsTheCallsThatWereMade() {
    assertThat(first.waitingAt(NOW).attempts()).isZero();
    assertThat(first.endingAt(NOW).attempts()).isEqualTo(1);
  }

  @Test
  void whatWasPossiblyTriedLaterStands() {
    Attempt later = first.possiblyTriedUntil(NOW.plusSeconds(5));
    assertThat(later.possiblyTriedUntil(NOW).possiblyTriedAt()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void whoIsToldToWaitForADaysQuotaStartsAnew() {
    Attempt tried = new Attempt(Step.CREATE_MEETING, 2, NOW, null, () -> true, false);
    Instant later = NOW.plusSeconds(80_000);
    Postponed quota = new Postponed(SLOW, Duration.ofHours(20), Trace.NO_EFFECT);
    assertThat(tried.after(quota, later).firstAt()).isEqualTo(later.plusSeconds(72_000));
    assertThat(tried.after(quota, later).waitingAt(later).startedAt()).isEqualTo(later);
    Postponed trouble = new Postponed(SLOW, Duration.ofMinutes(1), Trace.NO_EFFECT);
    assertThat(tried.after(trouble, later).firstAt()).isEqualTo(NOW);
  }
}
