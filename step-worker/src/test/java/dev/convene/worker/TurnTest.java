package dev.convene.worker;

import static dev.convene.worker.Fixtures.NOW;
import static dev.convene.worker.Fixtures.SLOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.Reason;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.worker.Wish.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnTest {

  private static final Instant LATER = NOW.plusSeconds(3600);

  private final ScheduleMeeting command = Fixtures.aCommandFor("bob@contoso.example");
  private final ParkedStep parked =
      new ParkedStep(
          Fixtures.anEnvelopeFor(command),
          "{}",
          command.host(),
          Step.CREATE_MEETING,
          4,
          NOW,
          NOW,
          SLOW,
          null,
          false,
          null);
  private final AttentionNeeded attention =
      new AttentionNeeded(
          command.meetingId(),
          command.host(),
          SLOW,
          "webex-1",
          new StepRun(Step.CREATE_MEETING, NOW, NOW, 4));
  private final ParkedStep handedOver =
      parked.handedOver(
          new Attempt(Step.CREATE_MEETING, 4, NOW, NOW, () -> true, false), attention);

  private Wish wish(Kind kind) {
    return new Wish(command.meetingId().toString(), kind, "No longer needed.", 7);
  }

  @Test
  void whatNobodyWantsAnythingOfIsTried() {
    assertThat(Turn.of(parked, null, LATER)).isEqualTo(new Turn.Try(parked));
  }

  @Test
  void aRetryIsJustATry() {
    assertThat(Turn.of(parked, wish(Kind.RETRY), LATER)).isEqualTo(new Turn.Try(parked));
  }

  @Test
  void whatIsAbandonedIsEndedWithTheOperatorsWordsAndStaysSo() {
    Reason why =
        new Reason("operations.abandoned", "Operations ended this request: No longer needed.");
    Turn.End end = (Turn.End) Turn.of(parked, wish(Kind.ABANDON), LATER);
    assertThat(end.why()).isEqualTo(why);
    assertThat(end.parked().firstAt()).isEqualTo(NOW);
    assertThat(Turn.of(end.parked(), null, LATER)).isEqualTo(end);
    assertThat(Turn.of(end.parked(), wish(Kind.RETRY), LATER)).isEqualTo(end);
  }

  @Test
  void whatWasHandedOverIsSaidAgainAndNotTried() {
    assertThat(Turn.of(handedOver, null, LATER))
        .isEqualTo(new Turn.HandOver(handedOver, attention));
  }

  @Test
  void whatWasHandedOverIsEndedOnceMoreWithNewPatienceWhenAnOperatorWantsIt() {
    Turn.End end = (Turn.End) Turn.of(handedOver, wish(Kind.RETRY), LATER);
    assertThat(end.why()).isEqualTo(SLOW);
    assertThat(end.parked().firstAt()).isEqualTo(LATER);
    assertThat(end.parked().handedOver()).isNull();
  }

  @Test
  void whatWasFinishedByHandIsForgotten() {
    assertThat(Turn.of(handedOver, wish(Kind.HANDLED_BY_HAND), LATER)).isEqualTo(new Turn.Forget());
  }

  @Test
  void whoAbandonsWhatHasJustBeenHandedOverIsToldSo() {
    assertThat(Turn.of(handedOver, wish(Kind.ABANDON), LATER))
        .isEqualTo(new Turn.HandOver(handedOver, attention));
  }

  @Test
  void whatIsTriedAgainWhileItIsCalledFinishedIsEndedRatherThanForgotten() {
    assertThat(Turn.of(parked, wish(Kind.HANDLED_BY_HAND), LATER)).isInstanceOf(Turn.End.class);
  }
}
