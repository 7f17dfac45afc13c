package dev.convene.gateway.operations;

import dev.convene.contracts.AbandonStep;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Requester;
import dev.convene.contracts.RetryStep;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Step;
import dev.convene.contracts.TopicMessage;
import dev.convene.gateway.meetings.Meeting;
import dev.convene.gateway.operations.Ordered.Fate;
import dev.convene.gateway.progress.Cancellation;
import dev.convene.gateway.progress.Fact;
import dev.convene.gateway.progress.MeetingStatus;
import dev.convene.gateway.progress.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order means for a meeting as it stands.
 *
 * @param message what has to be said; absent: nothing
 * @param progress the meeting's new progress; absent: it stays
 * @param check at once with both vendors; else, where there is new progress, as after any other
 */
record Decision(
    Fate fate, @Nullable TopicMessage message, @Nullable Progress progress, boolean check) {

  private static final int FIRST_GENERATION = 1;
  private static final Decision NOTHING = new Decision(Fate.NOTHING_TO_DO, null, null, false);

  static Decision retry(Meeting meeting, Requester requestedBy, long action) {
    Progress progress = meeting.progress();
    if (progress.trouble().filter(trouble -> trouble.fact().step().name().isCheck()).isPresent()) {
      return new Decision(Fate.ORDERED, null, progress, true);
    }
    return switch (progress.status()) {
      case DELAYED, NEEDS_ATTENTION -> retryOf(meeting, action);
      case CANCELLING -> progress.delay().isPresent() ? retryOf(meeting, action) : again(meeting);
      case ACCEPTED, IN_PROGRESS ->
          new Decision(
              Fate.SENT_AGAIN,
              new ScheduleMeeting(meeting.id(), FIRST_GENERATION, requestedBy, meeting.details()),
              null,
              false);
      case SCHEDULED, FAILED, CANCELLED -> NOTHING;
    };
  }

  private static Decision retryOf(Meeting meeting, long action) {
    RetryStep message = new RetryStep(meeting.id(), meeting.details().host(), action);
    return new Decision(Fate.ORDERED, message, null, false);
  }

  /** As long as nothing was heard of the meeting, its first command may still be under way. */
  private static Decision again(Meeting meeting) {
    Cancellation wanted = meeting.cancellation();
    return wanted == null || !meeting.progress().isHeardOf()
        ? NOTHING
        : new Decision(
            Fate.SENT_AGAIN,
            wanted.command(
                meeting.id(), meeting.requestedBy(), meeting.details(), meeting.progress()),
            null,
            false);
  }

  static Decision abandon(Meeting meeting, String note, long action, Instant now) {
    MeetingStatus status = meeting.progress().status();
    return switch (status) {
      case DELAYED ->
          new Decision(Fate.ORDERED, abandonment(meeting, note, false, action), null, false);
      case NEEDS_ATTENTION ->
          new Decision(
              Fate.CLOSED,
              abandonment(meeting, note, true, action),
              closed(meeting.progress(), note, action, now),
              false);
      case CANCELLING ->
          meeting.progress().delay().isPresent()
              ? new Decision(Fate.ORDERED, abandonment(meeting, note, false, action), null, false)
              : NOTHING;
      case ACCEPTED, IN_PROGRESS, SCHEDULED, FAILED, CANCELLED -> NOTHING;
    };
  }

  private static AbandonStep abandonment(
      Meeting meeting, String note, boolean byHand, long action) {
    return new AbandonStep(meeting.id(), meeting.details().host(), note, byHand, action);
  }

  private static Progress closed(Progress progress, String note, long action, Instant now) {
    Step step =
        progress
            .trouble()
            .map(trouble -> trouble.fact().step().name())
            .orElse(Step.WITHDRAW_MEETING);
    Reason reason =
        new Reason("operations.handled-by-hand", "Operations finished this by hand: " + note);
    String id = new UUID(0, action).toString();
    return progress.with(Fact.abandoned(id, step, reason, now));
  }
}
