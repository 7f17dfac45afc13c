package dev.convene.calendar.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.calendar.MovedClock;
import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.InviteCancelled;
import dev.convene.contracts.MeetingDeleted;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.worker.Attempt;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import dev.convene.worker.WaitingSteps;
import dev.convene.worker.WaitingSteps.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CancelInvitationTest {

  private static final Requester SCHEDULER =
      new Requester("bob", "portal", "bob@contoso.example", RequestMode.DELEGATED);

  private static final Reason WHY = new Reason("graph.some-reason", "A sentence.");
  private static final UUID MEETING = UUID.fromString("0197f2c4-5a3e-7b21-9c44-3d5e8a6b1f00");
  private static final Duration SETTLES = Duration.ofSeconds(30);

  private final MovedClock clock = new MovedClock();
  private final FakeCalendar calendar = new FakeCalendar();
  private final FakeWithdrawn withdrawn = new FakeWithdrawn();
  private Found found = new Found.Nothing();
  private final WaitingSteps waiting =
      (_, step) -> {
        assertThat(step).isEqualTo(Step.SEND_INVITATION);
        assertThat(withdrawn.ids).as("noted before it is taken away").contains(MEETING);
        return found;
      };
  private final CancelInvitation step =
      new CancelInvitation(
          calendar,
          withdrawn,
          waiting,
          new SendingProperties(Duration.ofHours(24), SETTLES),
          clock);

  @Test
  void itIsCancelledWithTheRightsOfWhoeverAskedForTheMeeting() {
    step.attempt(deleted("event-1", true), first());
    assertThat(calendar.openedFor).containsOnly(SCHEDULER);
  }

  @Test
  void anEventThatIsKnownIsCancelledByOneCallWithTheNote() {
    assertThat(cancelled(step.attempt(deleted("event-1", true), first())).eventWasThere()).isTrue();
    assertThat(calendar.cancelled).containsExactly("event-1");
    assertThat(calendar.note).isEqualTo("Sorry");
    assertThat(calendar.searched).isZero();
  }

  @Test
  void whatMayHaveBeenCancelledBeforeIsLookedForSoThatNobodyIsToldTwice() {
    assertThat(
            cancelled(step.attempt(deleted("event-1", true), triedAgo(Duration.ZERO)))
                .eventWasThere())
        .isTrue();
    assertThat(calendar.cancelled).isEmpty();
  }

  @Test
  void anEventThatNobodyNamedIsFoundAndSoAreOthersOfTheSameMeeting() {
    calendar.presence = new Presence.Found("event-1", null, List.of("event-2"));
    cancelled(step.attempt(deleted(null, true), first()));
    assertThat(calendar.cancelled).containsExactly("event-1", "event-2");
  }

  @Test
  void anInvitationThatWaitsIsNeverSent() {
    found = new Found.Taken(null);
    assertThat(cancelled(step.attempt(deleted(null, true), first())).eventWasThere()).isFalse();
    assertThat(calendar.searched).isZero();
  }

  @Test
  void anInvitationThatIsBeingSentIsWaitedFor() {
    found = new Found.Running();
    assertThat(postponed(step.attempt(deleted("event-1", true), first())).reason().code())
        .isEqualTo("calendar.step-running");
    assertThat(calendar.cancelled).isEmpty();
  }

  @Test
  void anInvitationThatMayStillArriveIsWaitedFor() {
    found = new Found.Taken(clock.instant().minusSeconds(10));
    assertThat(postponed(step.attempt(deleted(null, true), first())).retryAfter())
        .isEqualTo(Duration.ofSeconds(20));
    found = new Found.Taken(clock.instant().minus(SETTLES));
    cancelled(step.attempt(deleted(null, true), first()));
  }

  @Test
  void anEventThatIsThereIsKeptAsLongAsAnotherCallMayMakeOneInItsPlace() {
    calendar.presence = new Presence.Found("event-1", null, List.of());
    found = new Found.Taken(clock.instant().minusSeconds(10));
    postponed(step.attempt(deleted(null, true), first()));
    assertThat(calendar.cancelled).isEmpty();

    found = new Found.Nothing();
    cancelled(step.attempt(deleted(null, true), triedAgo(Duration.ofSeconds(20))));
    assertThat(calendar.cancelled).containsExactly("event-1");
  }

  @Test
  void whereNobodyKnowsWhenItWasSentItMayHaveBeenJustNow() {
    Postponed postponed = postponed(step.attempt(deleted(null, true), first()));
    assertThat(postponed.retryAfter()).isEqualTo(SETTLES);
    assertThat(postponed.trace()).as("from here on it is known").isEqualTo(Trace.UNKNOWN);
    assertThat(cancelled(step.attempt(deleted(null, true), triedAgo(SETTLES))).eventWasThere())
        .isFalse();
  }

  @Test
  void whereThereNeverWasAMeetingNobodyIsAsked() {
    assertThat(cancelled(step.attempt(deleted(null, false), first())).eventWasThere()).isFalse();
    assertThat(calendar.searched).isZero();
    assertThat(withdrawn.ids).containsExactly(MEETING);
  }

  @Test
  void aLostAnswerIsLookedInto() {
    calendar.removal = new Removal.Unknown(WHY, null);
    assertThat(postponed(step.attempt(deleted("event-1", true), first())).trace())
        .isEqualTo(Trace.UNKNOWN);
    calendar.removal = new Removal.NotNow(WHY, Duration.ofSeconds(3));
    assertThat(postponed(step.attempt(deleted("event-1", true), first())).trace())
        .isEqualTo(Trace.NO_EFFECT);
  }

  @Test
  void whatOutlookWillNotCancelIsHandedOverByItsName() {
    calendar.removal = new Removal.Refused(WHY);
    AttentionNeeded needed = attention(step.attempt(deleted("event-1", true), first()));
    assertThat(needed.leftover()).isEqualTo("event-1");
    assertThat(needed.reason().code()).isEqualTo("calendar.not-cancelled");
    assertThat(needed.reason().message()).contains("bob@contoso.example", WHY.code());
  }

  @Test
  void aCalendarThatIsClosedToUsHoldsNothingOfOurs() {
    calendar.presence = new Presence.Refused(WHY);
    cancelled(step.attempt(deleted(null, true), first()));
    attention(step.attempt(deleted("event-1", true), triedAgo(Duration.ZERO)));
  }

  @Test
  void whoGivesUpHasTriedOnceMore() {
    calendar.removal = new Removal.NotNow(WHY, null);
    attention(step.giveUp(deleted("event-1", true), first(), WHY));
    calendar.removal = new Removal.Gone();
    cancelled(step.giveUp(deleted("event-1", true), first(), WHY));
  }

  private MeetingDeleted deleted(@Nullable String eventId, boolean made) {
    Instant then = clock.instant();
    return new MeetingDeleted(
        MEETING,
        "bob@contoso.example",
        new Requester("eve", null),
        SCHEDULER,
        "Sorry",
        eventId,
        made,
        new StepRun(Step.DELETE_MEETING, then, then, 1));
  }

  private Attempt first() {
    return Attempt.first(Step.CANCEL_INVITATION, clock.instant(), () -> true);
  }

  private Attempt triedAgo(Duration ago) {
    return new Attempt(
        Step.CANCEL_INVITATION, 2, clock.instant(), clock.instant().minus(ago), () -> true, true);
  }

  private static InviteCancelled cancelled(Outcome outcome) {
    return (InviteCancelled) message(outcome);
  }

  private static AttentionNeeded attention(Outcome outcome) {
    return (AttentionNeeded) message(outcome);
  }

  private static MeetingMessage message(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Completed.class);
    return ((Completed) outcome).messages().getFirst();
  }

  private static Postponed postponed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Postponed.class);
    return (Postponed) outcome;
  }
}
