package dev.convene.contracts;

import java.util.UUID;

/**
 * No event of this meeting is in the host's calendar, and none will be put there any more; whoever
 * was invited has been told. Final: with {@link MeetingDeleted} the meeting is cancelled.
 *
 * @param eventWasThere whether there was an event to cancel
 */
public record InviteCancelled(UUID meetingId, String host, boolean eventWasThere, StepRun step)
    implements CalendarEvent {

  public InviteCancelled {
    Checks.present("meetingId", meetingId);
    Checks.present("step", step);
    Checks.mailbox("host", host);
  }
}
