package dev.convene.calendar.invitation;

import dev.convene.calendar.invitation.Sending.NotAsked;
import dev.convene.calendar.invitation.Sending.NotAuthorized;
import dev.convene.calendar.invitation.Sending.Refused;
import dev.convene.calendar.invitation.Sending.Sent;
import dev.convene.calendar.invitation.Sending.Throttled;
import dev.convene.calendar.invitation.Sending.Unavailable;
import dev.convene.calendar.invitation.Sending.Unknown;
import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.InviteFailed;
import dev.convene.contracts.InviteSent;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.worker.Attempt;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Completed;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import dev.convene.worker.StepHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * {@code MeetingCreated} → {@code InviteSent}, or {@code InviteFailed} when it is certain that no
 * event is left in the calendar.
 */
final class SendInvitation implements StepHandler<MeetingCreated> {

  /** Meetings that start at once are given this much. */
  private static final Duration SHORTEST_TRY = Duration.ofMinutes(10);

  /** However it came that nothing has been tried: a meeting that is over needs no invitation. */
  private static final Duration LONGEST_AFTER_START = Duration.ofHours(1);

  /** Credentials are mended by people. */
  private static final Duration SIGN_IN_AGAIN_AFTER = Duration.ofMinutes(1);

  private final Composer composer;
  private final Outlook outlook;
  private final WithdrawnMeetings withdrawn;
  private final SendingProperties properties;
  private final InstantSource clock;

  SendInvitation(
      Composer composer,
      Outlook outlook,
      WithdrawnMeetings withdrawn,
      SendingProperties properties,
      InstantSource clock) {
    this.composer = composer;
    this.outlook = outlook;
    this.withdrawn = withdrawn;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Step step() {
    return Step.SEND_INVITATION;
  }

  @Override
  public Class<MeetingCreated> takes() {
    return MeetingCreated.class;
  }

  @Override
  public Outcome attempt(MeetingCreated meeting, Attempt attempt) {
    if (attempt.isCareful() && withdrawn.contains(meeting.meetingId())) {
      // Said before, and perhaps not heard; or somebody has cancelled it while it waited. The
      // meeting at Webex must go.
      return failed(meeting, attempt, alreadyWithdrawn());
    }
    return switch (composer.compose(meeting)) {
      case Composition.Ready(var invitation) -> send(meeting, attempt, invitation);
      case Composition.Impossible(var reason) -> end(meeting, attempt, reason);
      case Composition.Blocked(var reason) -> new Postponed(reason, null, Trace.NOT_TRIED);
    };
  }

  private Outcome send(MeetingCreated meeting, Attempt attempt, Invitation invitation) {
    Invitations invitations = outlookFor(meeting);
    // One event is made however many send it; but whoever took over may have given it up by now.
    attempt.lease().requireHeld();
    return sent(
        meeting,
        attempt,
        attempt.possiblyTriedAt() == null
            ? invitations.send(invitation)
            : invitations.sendAgain(invitation));
  }

  private Invitations outlookFor(MeetingCreated meeting) {
    return outlook.as(meeting.requestedBy(), meeting.meetingId());
  }

  private Outcome sent(MeetingCreated meeting, Attempt attempt, Sending sending) {
    return switch (sending) {
      case Sent(var eventId, var webLink, var asComposed) ->
          succeeded(
              meeting, attempt, eventId, webLink, asComposed ? meeting.webexMeetingId() : null);
      case Refused(var reason) -> end(meeting, attempt, reason);
      case Throttled(var reason, var wait) -> new Postponed(reason, wait, Trace.NO_EFFECT);
      case NotAsked(var reason, var wait) -> new Postponed(reason, wait, Trace.NOT_TRIED);
      case Unavailable(var reason, var wait) -> new Postponed(reason, wait, Trace.NO_EFFECT);
      case Unknown(var reason, var wait) -> new Postponed(reason, wait, Trace.UNKNOWN);
      case NotAuthorized(var reason) -> new Postponed(reason, SIGN_IN_AGAIN_AFTER, Trace.NO_EFFECT);
    };
  }

  @Override
  public Instant giveUpAt(MeetingCreated meeting, Instant firstAttemptAt) {
    Instant start = meeting.details().start().atZone(meeting.details().timeZone()).toInstant();
    Instant enough = later(start, firstAttemptAt.plus(SHORTEST_TRY));
    // Where no call could be made for want of a token, the first attempt is still to come.
    Instant atTheLatest = later(start, meeting.step().endedAt()).plus(LONGEST_AFTER_START);
    return earlier(firstAttemptAt.plus(properties.patience()), earlier(enough, atTheLatest));
  }

  @Override
  public Outcome giveUp(MeetingCreated meeting, Attempt attempt, Reason last) {
    Outcome outcome = end(meeting, attempt, last);
    Instant enough = giveUpAt(meeting, attempt.firstAt()).plus(properties.patience());
    if (outcome instanceof Postponed(var reason, _, _) && clock.instant().isAfter(enough)) {
      return new Completed(
          new AttentionNeeded(
              meeting.meetingId(),
              meeting.host(),
              undecided(meeting, reason),
              meeting.webexMeetingId(),
              attempt.endingAt(clock.instant())));
    }
    return outcome;
  }

  /**
   * No invitation will be sent any more. Where an earlier attempt may have made the event, the
   * calendar says how it ended.
   */
  private Outcome end(MeetingCreated meeting, Attempt attempt, Reason reason) {
    Instant possiblyTriedAt = attempt.possiblyTriedAt();
    if (possiblyTriedAt == null) {
      return failed(meeting, attempt, reason);
    }
    return switch (outlookFor(meeting).find(meeting.host(), meeting.meetingId())) {
      case Presence.Found(var eventId, var webLink, _) ->
          succeeded(meeting, attempt, eventId, webLink, null);
      case Presence.Absent() -> absent(meeting, attempt, possiblyTriedAt, reason);
      case Presence.Refused(var why) -> new Postponed(why, null, Trace.NOT_TRIED);
      case Presence.Undecided(var why) -> new Postponed(why, null, Trace.NOT_TRIED);
    };
  }

  /** A call that was lost may still be at work; only after a while does absence mean anything. */
  private Outcome absent(
      MeetingCreated meeting, Attempt attempt, Instant possiblyTriedAt, Reason reason) {
    Duration unsettled =
        Duration.between(clock.instant(), possiblyTriedAt.plus(properties.settlesIn()));
    return unsettled.isPositive()
        ? new Postponed(reason, unsettled, Trace.NOT_TRIED)
        : failed(meeting, attempt, reason);
  }

  private Outcome succeeded(
      MeetingCreated meeting,
      Attempt attempt,
      String eventId,
      @Nullable String webLink,
      @Nullable String webexMeetingId) {
    return new Completed(
        new InviteSent(
            meeting.meetingId(),
            meeting.host(),
            eventId,
            webLink,
            webexMeetingId,
            attempt.endingAt(clock.instant())));
  }

  private Outcome failed(MeetingCreated meeting, Attempt attempt, Reason reason) {
    // Before it is said: a late copy must not invite people to a meeting that is being deleted.
    withdrawn.add(meeting.meetingId());
    return new Completed(
        new InviteFailed(
            meeting.meetingId(),
            meeting.host(),
            meeting.requestedBy(),
            meeting.webexMeetingId(),
            reason,
            attempt.endingAt(clock.instant())));
  }

  private static Reason alreadyWithdrawn() {
    return new Reason(
        "calendar.meeting-ended",
        "The invitation had failed or was cancelled before, and the meeting was taken back. Schedule"
            + " it again if it is still wanted.");
  }

  private static Reason undecided(MeetingCreated meeting, Reason last) {
    return new Reason(
        "calendar.outcome-unknown",
        "Convene could not find out whether the invitation reached the calendar of "
            + meeting.host()
            + " ("
            + last.code()
            + "). Look there: if it is missing, delete the meeting at Webex; if it is there, all is"
            + " well.",
        last.vendorTraceId());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
