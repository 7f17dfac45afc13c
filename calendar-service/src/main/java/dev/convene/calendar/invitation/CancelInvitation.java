package dev.convene.calendar.invitation;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.InviteCancelled;
import dev.convene.contracts.MeetingDeleted;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.worker.Attempt;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import dev.convene.worker.StepHandler;
import dev.convene.worker.WaitingSteps;
import dev.convene.worker.WaitingSteps.Found;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code MeetingDeleted} → {@code InviteCancelled}: an invitation that waits is not sent any more,
 * one that is being sent is waited for, and one that was sent is cancelled, with the note.
 */
final class CancelInvitation implements StepHandler<MeetingDeleted> {

  /** What runs takes three calls at most, and has its outcome said. */
  private static final Duration WHILE_IT_RUNS = Duration.ofSeconds(3);

  private final Outlook outlook;
  private final WithdrawnMeetings withdrawn;
  private final WaitingSteps waiting;
  private final SendingProperties properties;
  private final InstantSource clock;

  CancelInvitation(
      Outlook outlook,
      WithdrawnMeetings withdrawn,
      WaitingSteps waiting,
      SendingProperties properties,
      InstantSource clock) {
    this.outlook = outlook;
    this.withdrawn = withdrawn;
    this.waiting = waiting;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Step step() {
    return Step.CANCEL_INVITATION;
  }

  @Override
  public Class<MeetingDeleted> takes() {
    return MeetingDeleted.class;
  }

  @Override
  public Outcome attempt(MeetingDeleted meeting, Attempt attempt) {
    // First, so that nothing that waits or is still under way invites people behind our back.
    withdrawn.add(meeting.meetingId());
    return switch (waiting.takeAway(meeting.meetingId(), Step.SEND_INVITATION)) {
      case Found.Running() ->
          new Postponed(
              new Reason(
                  "calendar.step-running",
                  "The invitation is being sent just now; when that has ended, it is cancelled."),
              WHILE_IT_RUNS,
              Trace.NOT_TRIED);
      case Found.Taken(var triedAt) -> taken(meeting, attempt, triedAt);
      case Found.Nothing() ->
          meeting.made() ? remove(meeting, attempt, null) : cancelled(meeting, attempt, false);
    };
  }

  /**
   * Several of its calls may have been lost. What one of them makes keeps the others from making
   * another, but only as long as it is there: so none may still be at work when it is cancelled.
   */
  private Outcome taken(MeetingDeleted meeting, Attempt attempt, @Nullable Instant triedAt) {
    if (triedAt == null) {
      return meeting.eventId() == null
          ? cancelled(meeting, attempt, false)
          : remove(meeting, attempt, null);
    }
    Duration left = untilSettled(triedAt);
    return left.isPositive() ? looking(left, Trace.UNKNOWN) : remove(meeting, attempt, triedAt);
  }

  /** What may have been cancelled before is looked for, so that nobody is told twice. */
  private Outcome remove(MeetingDeleted meeting, Attempt attempt, @Nullable Instant triedAt) {
    String known = meeting.eventId();
    if (known != null && attempt.possiblyTriedAt() == null) {
      return removeAll(meeting, attempt, List.of(known));
    }
    return switch (outlookFor(meeting).find(meeting.host(), meeting.meetingId())) {
      case Presence.Found(var eventId, _, var others) -> {
        List<String> all = new ArrayList<>(others);
        all.addFirst(eventId);
        yield removeAll(meeting, attempt, all);
      }
      case Presence.Absent() ->
          known == null
              ? believedAbsent(meeting, attempt, triedAt)
              : cancelled(meeting, attempt, true);
      case Presence.Refused(var why) ->
          // A calendar that is closed to us has not let us put anything into it.
          known == null
              ? cancelled(meeting, attempt, false)
              : handedOver(meeting, attempt, why, known);
      case Presence.Undecided(var why) -> new Postponed(why, null, Trace.NO_EFFECT);
    };
  }

  private Invitations outlookFor(MeetingDeleted meeting) {
    return outlook.as(meeting.scheduledBy(), meeting.meetingId());
  }

  private Outcome removeAll(MeetingDeleted meeting, Attempt attempt, List<String> eventIds) {
    Invitations invitations = outlookFor(meeting);
    for (String id : eventIds) {
      switch (invitations.cancel(meeting.host(), id, meeting.note())) {
        case Removal.Gone() -> {}
        case Removal.Refused(var why) -> {
          return handedOver(meeting, attempt, why, id);
        }
        case Removal.NotAsked(var why, var wait) -> {
          return new Postponed(why, wait, Trace.NOT_TRIED);
        }
        case Removal.NotNow(var why, var wait) -> {
          return new Postponed(why, wait, Trace.NO_EFFECT);
        }
        case Removal.Unknown(var why, var wait) -> {
          return new Postponed(why, wait, Trace.UNKNOWN);
        }
      }
    }
    return cancelled(meeting, attempt, true);
  }

  /** A call that was lost may still be at work; only after a while does absence mean anything. */
  private Outcome believedAbsent(
      MeetingDeleted meeting, Attempt attempt, @Nullable Instant triedAt) {
    Instant known = attempt.possiblyTriedAt();
    Instant since = known != null ? known : triedAt != null ? triedAt : clock.instant();
    Duration left = untilSettled(since);
    return left.isPositive()
        ? looking(left, known == null ? Trace.UNKNOWN : Trace.NOT_TRIED)
        : cancelled(meeting, attempt, false);
  }

  private Duration untilSettled(Instant triedAt) {
    return Duration.between(clock.instant(), triedAt.plus(properties.settlesIn()));
  }

  private static Postponed looking(Duration left, Trace trace) {
    Reason reason =
        new Reason(
            "calendar.looking",
            "The invitation may have been sent; Convene makes sure that nothing of it is left.");
    return new Postponed(reason, left, trace);
  }

  @Override
  public Instant giveUpAt(MeetingDeleted meeting, Instant firstAttemptAt) {
    Instant patienceEnds = firstAttemptAt.plus(properties.patience());
    // Where no call could be made for want of a token, the first attempt is still to come.
    Instant atTheLatest = meeting.step().endedAt().plus(properties.patience().multipliedBy(2));
    return patienceEnds.isBefore(atTheLatest) ? patienceEnds : atTheLatest;
  }

  /** One last try: it is also what an operator asks for who wants it finished after all. */
  @Override
  public Outcome giveUp(MeetingDeleted meeting, Attempt attempt, Reason last) {
    return switch (attempt(meeting, attempt)) {
      case Completed ended -> ended;
      case Postponed(var reason, _, _) -> handedOver(meeting, attempt, reason, meeting.eventId());
    };
  }

  @Override
  public List<MeetingMessage> doneByHand(MeetingDeleted meeting, Attempt attempt) {
    return List.of(said(meeting, attempt, true));
  }

  private Outcome cancelled(MeetingDeleted meeting, Attempt attempt, boolean eventWasThere) {
    return new Completed(said(meeting, attempt, eventWasThere));
  }

  private InviteCancelled said(MeetingDeleted meeting, Attempt attempt, boolean eventWasThere) {
    return new InviteCancelled(
        meeting.meetingId(), meeting.host(), eventWasThere, attempt.endingAt(clock.instant()));
  }

  private Outcome handedOver(
      MeetingDeleted meeting, Attempt attempt, Reason why, @Nullable String leftover) {
    Reason reason =
        new Reason(
            "calendar.not-cancelled",
            "The meeting is cancelled and deleted at Webex, but its event could not be cancelled in"
                + " the calendar of "
                + meeting.host()
                + " ("
                + why.code()
                + ").",
            why.vendorTraceId());
    return new Completed(
        new AttentionNeeded(
            meeting.meetingId(),
            meeting.host(),
            reason,
            leftover,
            attempt.endingAt(clock.instant())));
  }
}
