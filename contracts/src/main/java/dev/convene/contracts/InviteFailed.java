package dev.convene.contracts;

import java.util.UUID;

/**
 * The invitation was finally refused, and no event is left in the calendar. webex-service answers
 * by deleting the meeting.
 *
 * @param requestedBy who asked for the meeting, with whose rights it is deleted
 * @param webexMeetingId the meeting to delete, as {@link MeetingCreated} named it
 */
public record InviteFailed(
    UUID meetingId,
    String host,
    Requester requestedBy,
    String webexMeetingId,
    Reason reason,
    StepRun step)
    implements CalendarEvent {

  public InviteFailed {
    Checks.present("meetingId", meetingId);
    Checks.present("requestedBy", requestedBy);
    Checks.present("reason", reason);
    Checks.present("step", step);
    Checks.mailbox("host", host);
    Checks.notBlank("webexMeetingId", webexMeetingId);
  }
}
