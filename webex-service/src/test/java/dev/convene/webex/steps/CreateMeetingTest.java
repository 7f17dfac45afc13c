package dev.convene.webex.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MeetingRefused;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Requester;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Step;
import dev.convene.defaults.sealing.Seal;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.WebexMeeting;
import dev.convene.worker.Attempt;
import dev.convene.worker.Lease;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CreateMeetingTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Reason TROUBLE = new Reason("webex.error", "Webex has trouble of its own.");
  private static final Seal SEAL = Seal.withKeyset(Seal.newKeyset());

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final FakeWebex webex = new FakeWebex();
  private final FakeEndedMeetings ended = new FakeEndedMeetings();
  private final ScheduleMeeting command = aCommand();
  private final CreateMeeting step =
      new CreateMeeting(
          webex,
          ended,
          SEAL,
          new StepsProperties(Duration.ofMinutes(10), Duration.ofSeconds(30), Duration.ofHours(24)),
          (InstantSource) now::get);

  @Test
  void whatNobodyTriedBeforeIsMadeWithoutLooking() {
    assertThat(step.attempt(command, firstAttempt())).isInstanceOf(Completed.class);
    assertThat(webex.calls()).containsExactly("create");
  }

  @Test
  void whatMayHaveBeenTriedIsLookedForFirstAndTakenWhereItIsFound() {
    WebexMeeting existing = webex.holds(command.meetingId());
    Outcome outcome = step.attempt(command, carefulSince(NOW));
    assertThat(created(outcome).webexMeetingId()).isEqualTo(existing.id());
    assertThat(webex.calls()).containsExactly("find");
  }

  @Test
  void whatWaitedAndWasCancelledMeanwhileIsNotMade() {
    ended.add(command.meetingId());
    Attempt parked = new Attempt(Step.CREATE_MEETING, 1, NOW, null, () -> true, true);
    for (Outcome outcome :
        List.of(step.attempt(command, parked), step.giveUp(command, carefulSince(NOW), TROUBLE))) {
      assertThat(only(outcome))
          .isInstanceOfSatisfying(
              MeetingRefused.class,
              refused ->
                  assertThat(refused.reason().code()).isEqualTo(MeetingRefused.ENDED_BEFORE));
    }
    assertThat(webex.calls()).isEmpty();
  }

  @Test
  void absenceIsNotBelievedBeforeWebexHasHadItsTime() {
    now.set(NOW.plus(Duration.ofMinutes(9)).plusSeconds(50));
    assertThat(step.attempt(command, carefulSince(NOW)))
        .isInstanceOfSatisfying(
            Postponed.class,
            postponed -> {
              assertThat(postponed.retryAfter()).isEqualTo(Duration.ofSeconds(10));
              assertThat(postponed.trace()).isEqualTo(Trace.NOT_TRIED);
            });
    assertThat(webex.calls()).containsExactly("find");
  }

  @Test
  void whileAbsenceIsUncertainWebexIsAskedNowAndThen() {
    assertThat(step.attempt(command, carefulSince(NOW)))
        .isInstanceOfSatisfying(
            Postponed.class,
            postponed -> assertThat(postponed.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
  }

  @Test
  void absenceIsBelievedOnceWebexHasHadItsTime() {
    now.set(NOW.plus(Duration.ofMinutes(10)));
    assertThat(created(step.attempt(command, carefulSince(NOW)))).isNotNull();
    assertThat(webex.calls()).containsExactly("find", "create");
  }

  @Test
  void aMeetingThatWasEndedIsNotMadeAgainByALateCopy() {
    ended.add(command.meetingId());
    now.set(NOW.plus(Duration.ofDays(1)));
    assertThat(only(step.attempt(command, carefulSince(NOW)))).isInstanceOf(MeetingRefused.class);
    assertThat(webex.calls()).isEmpty();
  }

  @Test
  void withoutItsLeaseNothingIsMade() {
    Attempt lost = Attempt.first(Step.CREATE_MEETING, NOW, () -> false);
    assertThatThrownBy(() -> step.attempt(command, lost)).isInstanceOf(Lease.Lost.class);
    assertThat(webex.calls()).isEmpty();
  }

  @Test
  void aLostAnswerLeavesATraceAndAThrottledCallLeavesNone() {
    webex.answersCreate(new Answer.Lost<>(TROUBLE));
    assertThat(traceOf(step.attempt(command, firstAttempt()))).isEqualTo(Trace.UNKNOWN);
    webex.answersCreate(new Answer.Throttled<>(TROUBLE, Duration.ofSeconds(5)));
    assertThat(traceOf(step.attempt(command, firstAttempt()))).isEqualTo(Trace.NO_EFFECT);
    webex.answersCreate(new Answer.HeldBack<>(TROUBLE, Duration.ofSeconds(5)));
    assertThat(traceOf(step.attempt(command, firstAttempt()))).isEqualTo(Trace.NOT_TRIED);
  }

  @Test
  void aRefusalEndsTheStepWithWebexsReason() {
    webex.answersCreate(new Answer.Refused<>(TROUBLE));
    assertThat(only(step.attempt(command, firstAttempt())))
        .isInstanceOfSatisfying(
            MeetingRefused.class, refused -> assertThat(refused.reason()).isEqualTo(TROUBLE));
  }

  @Test
  void itIsGivenUpAfterADayOrWhenTheMeetingWouldStart() {
    Instant start = Instant.parse("2026-12-01T09:00:00Z");
    assertThat(step.giveUpAt(command, NOW)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(step.giveUpAt(command, start.minusSeconds(60))).isEqualTo(start);
  }

  @Test
  void givingUpNeverDeletesAMeetingThatMayHaveItsInvitationByNow() {
    WebexMeeting existing = webex.holds(command.meetingId());
    Outcome outcome = step.giveUp(command, carefulSince(NOW), TROUBLE);
    assertThat(created(outcome).webexMeetingId()).isEqualTo(existing.id());
    assertThat(webex.calls()).containsExactly("find");
    assertThat(ended.contains(command.meetingId())).isFalse();
  }

  @Test
  void whatAnOperatorAbandonsIsDeletedAndNoLateCopyMakesItAgain() {
    webex.holds(command.meetingId());
    assertThat(only(step.abandon(command, carefulSince(NOW), TROUBLE)))
        .isInstanceOf(MeetingRefused.class);
    assertThat(webex.calls()).containsExactly("find", "delete");
    assertThat(only(step.attempt(command, carefulSince(NOW.minusSeconds(3600)))))
        .isInstanceOf(MeetingRefused.class);
    assertThat(webex.calls()).containsExactly("find", "delete");
  }

  @Test
  void givingUpDoesNotBelieveInAbsenceTooEarlyEither() {
    assertThat(step.giveUp(command, carefulSince(NOW), TROUBLE)).isInstanceOf(Postponed.class);
  }

  @Test
  void whatCannotBeLookedForAWholeDayIsHandedToAPerson() {
    webex.answersFind(new Answer.Unreachable<>(TROUBLE));
    assertThat(step.giveUp(command, carefulSince(NOW), TROUBLE)).isInstanceOf(Postponed.class);
    now.set(NOW.plus(Duration.ofDays(2)));
    assertThat(only(step.giveUp(command, carefulSince(NOW), TROUBLE)))
        .isInstanceOf(AttentionNeeded.class);
  }

  @Test
  void whatWasRefusedIsNotMadeByALateCopyAndIsSaidAgain() {
    webex.answersCreate(new Answer.Refused<>(TROUBLE));
    step.attempt(command, firstAttempt());
    webex.answersCreate(null);
    assertThat(only(step.attempt(command, carefulSince(NOW.minusSeconds(3600)))))
        .isInstanceOf(MeetingRefused.class);
    assertThat(webex.calls()).containsExactly("create");
  }

  private static Trace traceOf(Outcome outcome) {
    return ((Postponed) outcome).trace();
  }

  private static MeetingCreated created(Outcome outcome) {
    return (MeetingCreated) only(outcome);
  }

  private static MeetingMessage only(Outcome outcome) {
    return ((Completed) outcome).messages().getFirst();
  }

  private static Attempt firstAttempt() {
    return Attempt.first(Step.CREATE_MEETING, NOW, () -> true);
  }

  private static Attempt carefulSince(Instant triedAt) {
    return new Attempt(Step.CREATE_MEETING, 2, NOW, triedAt, () -> true, false);
  }

  private static ScheduleMeeting aCommand() {
    MeetingDetails details =
        new MeetingDetails(
            "Review",
            null,
            "bob@contoso.example",
            LocalDateTime.of(2026, 12, 1, 10, 0),
            LocalDateTime.of(2026, 12, 1, 11, 0),
            ZoneId.of("Europe/Berlin"),
            List.of(),
            null,
            null);
    return new ScheduleMeeting(UUID.randomUUID(), 1, new Requester("test", null), details);
  }
}
