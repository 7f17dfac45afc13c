package dev.convene.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is left at Webex of a meeting that is being cancelled, and nothing will be made any more.
 * calendar-service answers by cancelling the event.
 *
 * @param requestedBy who wants it cancelled, as {@link CancelMeeting} said
 * @param scheduledBy who asked for the meeting, with whose rights its event is cancelled
 * @param note to the attendees, as {@link CancelMeeting} had it
 * @param eventId Graph's id of the event, where the gateway knew it
 * @param made whether there was a meeting, or may have been; if not, nobody can have been invited
 */
public record MeetingDeleted(
    UUID meetingId,
    String host,
    Requester requestedBy,
    Requester scheduledBy,
    @Nullable String note,
    @Nullable String eventId,
    boolean made,
    StepRun step)
    implements WebexEvent {

  public MeetingDeleted {
    Checks.present("meetingId", meetingId);
    Checks.present("requestedBy", requestedBy);
    Checks.present("scheduledBy", scheduledBy);
    Checks.present("step", step);
    Checks.mailbox("host", host);
    note = Checks.blankAsAbsent(note);
    eventId = Checks.blankAsAbsent(eventId);
  }
}
