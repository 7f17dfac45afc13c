package dev.convene.contracts;

import java.util.UUID;

/**
 * Create the Webex meeting and send its invitation.
 *
 * @param generation 1 at first; raised when the same meeting is made anew after it was withdrawn,
 *     so that keys for idempotency at the providers differ
 * @param requestedBy who asked, which need not be the host
 */
public record ScheduleMeeting(
    UUID meetingId, int generation, Requester requestedBy, MeetingDetails details)
    implements SchedulingCommand {

  public ScheduleMeeting {
    Checks.present("meetingId", meetingId);
    Checks.present("requestedBy", requestedBy);
    Checks.present("details", details);
    Checks.atLeast("generation", generation, 1);
  }

  @Override
  public String host() {
    return details.host();
  }
}
