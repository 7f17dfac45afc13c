package dev.convene.calendar.invitation;

import dev.convene.contracts.Expectation;
import dev.convene.contracts.InvitationChecked;
import dev.convene.contracts.InviteCancelled;
import dev.convene.contracts.InviteFailed;
import dev.convene.contracts.InviteSent;
import dev.convene.contracts.MeetingChecked;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.worker.Attempt;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import dev.convene.worker.StepHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code MeetingChecked} → {@code InvitationChecked}. Where nobody knew how the invitation ended,
 * the calendar does: what it says is said as {@code InviteSent} or {@code InviteFailed}, as if it
 * had been known at once. Nothing in a calendar is changed, since people have been told of it; but
 * where they want the meeting cancelled, its event is.
 */
final class CheckInOutlook implements StepHandler<MeetingChecked> {

  private final Outlook outlook;
  private final WithdrawnMeetings withdrawn;
  private final InstantSource clock;

  CheckInOutlook(Outlook outlook, WithdrawnMeetings withdrawn, InstantSource clock) {
    this.outlook = outlook;
    this.withdrawn = withdrawn;
    this.clock = clock;
  }

  @Override
  public Step step() {
    return Step.CHECK_INVITATION;
  }

  @Override
  public Class<MeetingChecked> takes() {
    return MeetingChecked.class;
  }

  @Override
  public Outcome attempt(MeetingChecked meeting, Attempt attempt) {
    if (!clock.instant().isBefore(meeting.validUntil())) {
      return nothingToSay();
    }
    return switch (outlookFor(meeting).find(meeting.host(), meeting.meetingId())) {
      case Presence.Found found -> found(meeting, attempt, found);
      case Presence.Absent() -> absent(meeting, attempt);
      case Presence.Refused(_) ->
          // Where nothing is expected it may be just because there is no such mailbox.
          meeting.expected().isNothing()
              ? new Completed(checked(meeting, List.of(), ran(attempt)))
              : nothingToSay();
      case Presence.Undecided(var why) -> new Postponed(why, null, Trace.NOT_TRIED);
    };
  }

  private Invitations outlookFor(MeetingChecked meeting) {
    return outlook.as(meeting.requestedBy(), meeting.meetingId());
  }

  private Outcome found(MeetingChecked meeting, Attempt attempt, Presence.Found found) {
    StepRun run = ran(attempt);
    List<String> ids = new ArrayList<>(List.of(found.eventId()));
    ids.addAll(found.others());
    if (meeting.expected() == Expectation.CANCELLED) {
      return cancelled(meeting, attempt, ids);
    }
    List<MeetingMessage> said = new ArrayList<>();
    if (meeting.expected() == Expectation.UNSURE && !meeting.live().isEmpty()) {
      said.add(
          new InviteSent(
              meeting.meetingId(),
              meeting.host(),
              found.eventId(),
              found.webLink(),
              null,
              as(Step.SEND_INVITATION, run)));
    }
    said.add(checked(meeting, ids, run));
    return new Completed(said);
  }

  private Outcome cancelled(MeetingChecked meeting, Attempt attempt, List<String> found) {
    List<String> left = new ArrayList<>();
    Invitations invitations = outlookFor(meeting);
    for (String id : found) {
      switch (invitations.cancel(meeting.host(), id, null)) {
        case Removal.Gone() -> {}
        case Removal.Refused(_) -> left.add(id); // for a person to see
        case Removal.NotAsked(var why, var wait) -> {
          return new Postponed(why, wait, Trace.NOT_TRIED);
        }
        case Removal.NotNow(var why, var wait) -> {
          return new Postponed(why, wait, Trace.NOT_TRIED);
        }
        case Removal.Unknown(var why, var wait) -> {
          return new Postponed(why, wait, Trace.NOT_TRIED);
        }
      }
    }
    StepRun run = ran(attempt);
    List<MeetingMessage> said = new ArrayList<>();
    if (left.isEmpty()) {
      said.add(
          new InviteCancelled(
              meeting.meetingId(), meeting.host(), true, as(Step.CANCEL_INVITATION, run)));
    }
    said.add(checked(meeting, left, run));
    return new Completed(said);
  }

  private Outcome absent(MeetingChecked meeting, Attempt attempt) {
    StepRun run = ran(attempt);
    List<MeetingMessage> said = new ArrayList<>();
    if (meeting.expected() == Expectation.UNSURE && meeting.live().size() == 1) {
      // First: a late copy must not invite people to a meeting that is being deleted.
      withdrawn.add(meeting.meetingId());
      said.add(
          new InviteFailed(
              meeting.meetingId(),
              meeting.host(),
              meeting.requestedBy(),
              meeting.live().getFirst(),
              neverArrived(meeting),
              as(Step.SEND_INVITATION, run)));
    }
    said.add(checked(meeting, List.of(), run));
    return new Completed(said);
  }

  private static InvitationChecked checked(
      MeetingChecked meeting, List<String> eventIds, StepRun run) {
    return new InvitationChecked(
        meeting.meetingId(),
        meeting.host(),
        meeting.round(),
        meeting.expected(),
        meeting.live(),
        eventIds,
        run);
  }

  private StepRun ran(Attempt attempt) {
    return attempt.endingAt(clock.instant());
  }

  private static StepRun as(Step step, StepRun run) {
    return new StepRun(step, run.startedAt(), run.endedAt(), run.attempts());
  }

  private static Reason neverArrived(MeetingChecked meeting) {
    return new Reason(
        "calendar.never-arrived",
        "The invitation never reached the calendar of "
            + meeting.host()
            + ", so the meeting was taken back. Schedule it again.");
  }

  @Override
  public Instant giveUpAt(MeetingChecked meeting, Instant firstAttemptAt) {
    return meeting.validUntil();
  }

  /** The gateway asks again, with what it knows by then. */
  @Override
  public Outcome giveUp(MeetingChecked meeting, Attempt attempt, Reason last) {
    return nothingToSay();
  }

  private static Outcome nothingToSay() {
    return new Completed(List.of());
  }
}
