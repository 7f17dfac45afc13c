package dev.convene.webex.steps;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.InviteFailed;
import dev.convene.contracts.MeetingWithdrawn;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.Webex;
import dev.convene.worker.Attempt;
import dev.convene.worker.EndedMeetings;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import dev.convene.worker.StepHandler;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * {@link InviteFailed} → {@link MeetingWithdrawn}: nobody was invited, so nobody shall find a
 * meeting.
 */
@Component
class WithdrawMeeting implements StepHandler<InviteFailed> {

  private final Webex webex;
  private final EndedMeetings ended;
  private final StepsProperties properties;
  private final InstantSource clock;

  WithdrawMeeting(
      Webex webex, EndedMeetings ended, StepsProperties properties, InstantSource clock) {
    this.webex = webex;
    this.ended = ended;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Step step() {
    return Step.WITHDRAW_MEETING;
  }

  @Override
  public Class<InviteFailed> takes() {
    return InviteFailed.class;
  }

  @Override
  public Outcome attempt(InviteFailed event, Attempt attempt) {
    // First, so that no late copy of the command makes the meeting again behind our back.
    ended.add(event.meetingId());
    return switch (webex
        .as(event.requestedBy(), event.meetingId())
        .delete(event.webexMeetingId(), event.host())) {
      case Answer.Done<?> _ -> withdrawn(event, attempt);
      case Answer.Refused<?>(Reason reason) -> handedOver(event, attempt, reason);
      case Answer<?> notNow -> Postponements.of(notNow, Trace.NO_EFFECT);
    };
  }

  @Override
  public Instant giveUpAt(InviteFailed event, Instant firstAttemptAt) {
    Instant patienceEnds = firstAttemptAt.plus(properties.patience());
    // Where no call could be made for want of a token, the first attempt is still to come.
    Instant atTheLatest = event.step().endedAt().plus(properties.patience().multipliedBy(2));
    return patienceEnds.isBefore(atTheLatest) ? patienceEnds : atTheLatest;
  }

  /** One last try: it is also what an operator asks for who wants it finished after all. */
  @Override
  public Outcome giveUp(InviteFailed event, Attempt attempt, Reason last) {
    return switch (attempt(event, attempt)) {
      case Completed ended -> ended;
      case Postponed(var reason, _, _) -> handedOver(event, attempt, reason);
    };
  }

  private Outcome withdrawn(InviteFailed event, Attempt attempt) {
    return new Completed(
        new MeetingWithdrawn(
            event.meetingId(), event.host(), event.reason(), attempt.endingAt(clock.instant())));
  }

  private Outcome handedOver(InviteFailed event, Attempt attempt, Reason why) {
    Reason reason =
        new Reason(
            "webex.not-withdrawn",
            "The invitation failed, and the Webex meeting could not be deleted: " + why.message(),
            why.vendorTraceId());
    return new Completed(
        new AttentionNeeded(
            event.meetingId(),
            event.host(),
            reason,
            event.webexMeetingId(),
            attempt.endingAt(clock.instant())));
  }
}
