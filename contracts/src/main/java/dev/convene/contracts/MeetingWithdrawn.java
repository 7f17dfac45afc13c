package dev.convene.contracts;

import java.util.UUID;

/**
 * The Webex meeting was deleted again, because its invitation could not be sent; nothing is left on
 * either side. Final.
 *
 * @param reason why the invitation failed, for the person who asked
 */
public record MeetingWithdrawn(UUID meetingId, String host, Reason reason, StepRun step)
    implements WebexEvent {

  public MeetingWithdrawn {
    Checks.present("meetingId", meetingId);
    Checks.present("reason", reason);
    Checks.present("step", step);
    Checks.mailbox("host", host);
  }
}
