package dev.convene.calendar.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.calendar.MovedClock;
import dev.convene.contracts.Expectation;
import dev.convene.contracts.InvitationChecked;
import dev.convene.contracts.InviteCancelled;
import dev.convene.contracts.InviteFailed;
import dev.convene.contracts.InviteSent;
import dev.convene.contracts.MeetingChecked;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckInOutlookTest {

  private static final Requester BOB =
      new Requester("bob", "portal", "bob@contoso.example", RequestMode.DELEGATED);
  private static final Reason WHY = new Reason("graph.some-reason", "A sentence.");
  private static final UUID MEETING = UUID.fromString("0197f2c4-5a3e-7b21-9c44-3d5e8a6b1f00");
  private static final Presence TWO = new Presence.Found("first", null, List.of("second"));
  private static final Presence ONE = new Presence.Found("first", null, List.of());

  private final MovedClock clock = new MovedClock();
  private final Instant validUntil = clock.instant().plus(Duration.ofMinutes(30));
  private final FakeCalendar calendar = new FakeCalendar();
  private final FakeWithdrawn withdrawn = new FakeWithdrawn();
  private final CheckInOutlook step = new CheckInOutlook(calendar, withdrawn, clock);

  @AfterEach
  void aCheckSendsNothing() {
    assertThat(calendar.sent + calendar.sentAgain).isZero();
  }

  @Test
  void itLooksWithTheRightsOfWhoeverAskedForTheMeeting() {
    messages(Expectation.BOTH, "webex-1");
    assertThat(calendar.openedFor).containsExactly(BOB);
  }

  @Test
  void itSaysAllThatTheCalendarHolds() {
    calendar.presence = TWO;
    assertThat(messages(Expectation.BOTH, "webex-1"))
        .singleElement()
        .isInstanceOfSatisfying(
            InvitationChecked.class,
            checked -> {
              assertThat(checked.eventIds()).containsExactly("first", "second");
              assertThat(checked.webexMeetingIds()).containsExactly("webex-1");
            });
  }

  @Test
  void aMissingEventIsSaidAndNothingElse() {
    assertThat(messages(Expectation.BOTH, "webex-1"))
        .singleElement()
        .isInstanceOfSatisfying(
            InvitationChecked.class, checked -> assertThat(checked.eventIds()).isEmpty());
    assertThat(withdrawn.ids).isEmpty();
  }

  @Test
  void anInvitationOfWhichNobodyKnewCountsAsSentWhereItIsThere() {
    calendar.presence = ONE;
    assertThat(messages(Expectation.UNSURE, "webex-1"))
        .hasSize(2)
        .first()
        .isInstanceOfSatisfying(
            InviteSent.class,
            sent -> {
              assertThat(sent.eventId()).isEqualTo("first");
              assertThat(sent.step().name()).isEqualTo(Step.SEND_INVITATION);
            });
  }

  @Test
  void anInvitationOfWhichNobodyKnewIsTakenBackWhereItNeverArrived() {
    assertThat(messages(Expectation.UNSURE, "webex-1"))
        .hasSize(2)
        .first()
        .isInstanceOfSatisfying(
            InviteFailed.class,
            failed -> {
              assertThat(failed.webexMeetingId()).isEqualTo("webex-1");
              assertThat(failed.requestedBy()).isEqualTo(BOB);
            });
    assertThat(withdrawn.ids).as("before it is said").containsExactly(MEETING);
  }

  @Test
  void whatIsLeftOfACancelledMeetingIsCancelledToo() {
    calendar.presence = TWO;
    assertThat(messages(Expectation.CANCELLED))
        .hasSize(2)
        .first()
        .isInstanceOfSatisfying(
            InviteCancelled.class,
            cancelled -> assertThat(cancelled.step().name()).isEqualTo(Step.CANCEL_INVITATION));
    assertThat(calendar.cancelled).containsExactly("first", "second");
  }

  @Test
  void whatIsLeftOfACancelledMeetingAndStaysIsSaid() {
    calendar.presence = ONE;
    calendar.removal = new Removal.Refused(WHY);
    assertThat(messages(Expectation.CANCELLED))
        .singleElement()
        .isInstanceOfSatisfying(
            InvitationChecked.class,
            checked -> assertThat(checked.eventIds()).containsExactly("first"));
  }

  @Test
  void ofWhatFailedNothingInACalendarIsChanged() {
    calendar.presence = ONE;
    assertThat(messages(Expectation.NONE)).hasSize(1);
    assertThat(calendar.cancelled).isEmpty();
  }

  @Test
  void anInvitationWithoutAMeetingIsLeftToAPerson() {
    calendar.presence = ONE;
    assertThat(messages(Expectation.UNSURE)).hasSize(1);
    assertThat(withdrawn.ids).isEmpty();
  }

  @Test
  void whereNoMailboxIsThereIsNoEvent() {
    calendar.presence = new Presence.Refused(WHY);
    assertThat(messages(Expectation.NONE)).hasSize(1);
    assertThat(messages(Expectation.BOTH, "webex-1")).as("it may only be closed to us").isEmpty();
  }

  @Test
  void aCalendarThatCannotBeAskedNowIsAskedLaterUntilTheCheckIsOld() {
    calendar.presence = new Presence.Undecided(WHY);
    assertThat(attempt(Expectation.BOTH, "webex-1")).isInstanceOf(Postponed.class);
    clock.advance(Duration.ofMinutes(30));
    assertThat(messages(Expectation.UNSURE, "webex-1")).isEmpty();
  }

  private List<MeetingMessage> messages(Expectation expected, String... live) {
    return ((Completed) attempt(expected, live)).messages();
  }

  private Outcome attempt(Expectation expected, String... live) {
    Instant then = clock.instant();
    return step.attempt(
        new MeetingChecked(
            MEETING,
            "bob@contoso.example",
            BOB,
            1,
            expected,
            validUntil,
            List.of(live),
            List.of(),
            new StepRun(Step.CHECK_MEETING, then, then, 1)),
        Attempt.first(Step.CHECK_INVITATION, then, () -> true));
  }
}
