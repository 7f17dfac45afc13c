package dev.convene.calendar.invitation;

import static dev.convene.calendar.invitation.Samples.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.calendar.MovedClock;
import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.InviteFailed;
import dev.convene.contracts.InviteSent;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.worker.Attempt;
import dev.convene.worker.Lease;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendInvitationTest {

  private static final Reason WHY = new Reason("graph.some-reason", "A sentence.");

  private final MovedClock clock = new MovedClock();
  private final FakeCalendar calendar = new FakeCalendar();
  private final FakeWithdrawn withdrawn = new FakeWithdrawn();
  private final SendInvitation step =
      new SendInvitation(
          new Composer(Samples.SEAL),
          calendar,
          withdrawn,
          new SendingProperties(Duration.ofHours(24), Duration.ofSeconds(30)),
          clock);
  private final MeetingCreated meeting = aMeeting().created();

  private Attempt fresh() {
    return Attempt.first(Step.SEND_INVITATION, clock.instant(), () -> true);
  }

  private Attempt possiblyTried(Duration ago) {
    return new Attempt(
        Step.SEND_INVITATION, 2, clock.instant(), clock.instant().minus(ago), () -> true, false);
  }

  @Test
  void anInvitationThatWasSentIsSaid() {
    Outcome outcome = step.attempt(meeting, fresh());
    assertThat(outcome)
        .isEqualTo(
            new Completed(
                new InviteSent(
                    meeting.meetingId(),
                    "bob@contoso.example",
                    "AAMk=",
                    "https://outlook.example/1",
                    meeting.webexMeetingId(),
                    fresh().endingAt(clock.instant()))));
    assertThat(withdrawn.ids).isEmpty();
  }

  @Test
  void itIsSentWithTheRightsOfWhoeverAskedAndTakenBackWithThem() {
    calendar.sending = new Sending.Refused(WHY);
    InviteFailed failed = failed(step.attempt(meeting, fresh()));
    assertThat(calendar.openedFor).containsExactly(meeting.requestedBy());
    assertThat(failed.requestedBy()).isEqualTo(meeting.requestedBy());
  }

  @Test
  void whereTheEventWasThereAlreadyItIsNotSaidWhichMeetingItLeadsTo() {
    calendar.sending = new Sending.Sent("AAMk=", "https://outlook.example/1", false);
    assertThat(sent(step.attempt(meeting, fresh())).webexMeetingId()).isNull();
  }

  @Test
  void withoutItsLeaseNobodyIsInvited() {
    Attempt lost = Attempt.first(Step.SEND_INVITATION, clock.instant(), () -> false);
    assertThatThrownBy(() -> step.attempt(meeting, lost)).isInstanceOf(Lease.Lost.class);
    assertThat(calendar.sent).isZero();
  }

  @Test
  void aRefusalOfTheFirstAttemptNeedsNoSearch() {
    calendar.sending = new Sending.Refused(WHY);
    assertThat(failed(step.attempt(meeting, fresh())).reason()).isEqualTo(WHY);
    assertThat(failed(step.attempt(meeting, fresh())).webexMeetingId())
        .isEqualTo(meeting.webexMeetingId());
    assertThat(calendar.searched).isZero();
  }

  @Test
  void whatMayHaveBeenSentBeforeIsSentSoThatNothingIsTakenBack() {
    step.attempt(meeting, possiblyTried(Duration.ofMinutes(1)));
    assertThat(calendar.sentAgain).isOne();
    assertThat(calendar.sent).isZero();
  }

  @Test
  void whatFailedIsRememberedBeforeItIsSaid() {
    calendar.sending = new Sending.Refused(WHY);
    step.attempt(meeting, fresh());
    assertThat(withdrawn.ids).containsExactly(meeting.meetingId());
  }

  @Test
  void whatWaitedAndWasCancelledMeanwhileInvitesNobody() {
    withdrawn.add(meeting.meetingId());
    Attempt parked = new Attempt(Step.SEND_INVITATION, 1, clock.instant(), null, () -> true, true);
    assertThat(failed(step.attempt(meeting, parked)).reason().code())
        .isEqualTo("calendar.meeting-ended");
    assertThat(calendar.sent).isZero();
  }

  @Test
  void aLateCopyOfAWithdrawnMeetingInvitesNobody() {
    withdrawn.add(meeting.meetingId());
    InviteFailed failed = failed(step.attempt(meeting, possiblyTried(Duration.ofHours(1))));
    assertThat(failed.reason().code()).isEqualTo("calendar.meeting-ended");
    assertThat(calendar.sent + calendar.sentAgain).isZero();
  }

  @Test
  void whatCannotBeMadeNowIsPostponedAsItDeserves() {
    Duration wait = Duration.ofSeconds(7);
    calendar.sending = new Sending.Throttled(WHY, wait);
    assertThat(step.attempt(meeting, fresh())).isEqualTo(new Postponed(WHY, wait, Trace.NO_EFFECT));
    calendar.sending = new Sending.NotAsked(WHY, wait);
    assertThat(step.attempt(meeting, fresh())).isEqualTo(new Postponed(WHY, wait, Trace.NOT_TRIED));
    calendar.sending = new Sending.Unavailable(WHY, null);
    assertThat(step.attempt(meeting, fresh())).isEqualTo(new Postponed(WHY, null, Trace.NO_EFFECT));
    calendar.sending = new Sending.Unknown(WHY, null);
    assertThat(step.attempt(meeting, fresh())).isEqualTo(new Postponed(WHY, null, Trace.UNKNOWN));
    calendar.sending = new Sending.NotAuthorized(WHY);
    assertThat(step.attempt(meeting, fresh()))
        .isEqualTo(new Postponed(WHY, Duration.ofMinutes(1), Trace.NO_EFFECT));
    assertThat(withdrawn.ids).isEmpty();
  }

  @Test
  void aRefusalAfterALostAnswerIsBelievedOnlyWhenTheCalendarIsEmpty() {
    calendar.sending = new Sending.Refused(WHY);
    assertThat(step.attempt(meeting, possiblyTried(Duration.ofSeconds(10))))
        .isEqualTo(new Postponed(WHY, Duration.ofSeconds(20), Trace.NOT_TRIED));

    calendar.presence = new Presence.Found("AAMk=", null, List.of());
    assertThat(sent(step.attempt(meeting, possiblyTried(Duration.ofMinutes(1)))).eventId())
        .isEqualTo("AAMk=");

    calendar.presence = new Presence.Undecided(WHY);
    assertThat(step.attempt(meeting, possiblyTried(Duration.ofMinutes(1))))
        .isEqualTo(new Postponed(WHY, null, Trace.NOT_TRIED));

    calendar.presence = new Presence.Absent();
    assertThat(failed(step.attempt(meeting, possiblyTried(Duration.ofMinutes(1)))).reason())
        .isEqualTo(WHY);
  }

  @Test
  void givingUpFindsAnEventThatWasMadeAfterAll() {
    calendar.presence = new Presence.Found("AAMk=", null, List.of());
    assertThat(sent(step.giveUp(meeting, possiblyTried(Duration.ofHours(1)), WHY)).eventId())
        .isEqualTo("AAMk=");
  }

  @Test
  void givingUpOnWhatNeverArrivedFails() {
    assertThat(failed(step.giveUp(meeting, fresh(), WHY)).reason()).isEqualTo(WHY);
    assertThat(calendar.searched).isZero();
  }

  @Test
  void aCalendarThatCannotBeAskedForADayNeedsAPerson() {
    calendar.presence = new Presence.Undecided(WHY);
    Attempt attempt = possiblyTried(Duration.ofMinutes(1));
    assertThat(step.giveUp(meeting, attempt, WHY)).isInstanceOf(Postponed.class);
    clock.advance(Duration.ofHours(49));
    assertThat(step.giveUp(meeting, attempt, WHY))
        .isInstanceOfSatisfying(
            Completed.class,
            completed ->
                assertThat(completed.messages())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        AttentionNeeded.class,
                        needed ->
                            assertThat(needed.leftover()).isEqualTo(meeting.webexMeetingId())));
  }

  @Test
  void itIsTriedForADayOrUntilTheMeetingStarts() {
    Instant start = Instant.parse("2026-12-01T09:00:00Z");
    Instant longBefore = start.minus(Duration.ofDays(7));
    assertThat(step.giveUpAt(meeting, longBefore)).isEqualTo(longBefore.plus(Duration.ofHours(24)));
    assertThat(step.giveUpAt(meeting, start.minus(Duration.ofHours(2)))).isEqualTo(start);
    assertThat(step.giveUpAt(meeting, start.minusSeconds(60)))
        .isEqualTo(start.plus(Duration.ofMinutes(9)));
  }

  @Test
  void aZoneThatOutlookDoesNotKnowFailsWithoutACall() {
    MeetingCreated there =
        aMeeting().at("2026-12-01T10:00", "2026-12-01T11:00", "Antarctica/Troll").created();
    assertThat(failed(step.attempt(there, fresh())).reason().code())
        .isEqualTo("calendar.time-zone-unknown");
    assertThat(calendar.sent).isZero();
  }

  private static InviteFailed failed(Outcome outcome) {
    return (InviteFailed) ((Completed) outcome).messages().getFirst();
  }

  private static InviteSent sent(Outcome outcome) {
    return (InviteSent) ((Completed) outcome).messages().getFirst();
  }
}
