package dev.convene.contracts;

import java.time.Instant;
import java.util.UUID;

/** The request could not be fulfilled, and nothing is left on either side. */
public record MeetingFailed(UUID meetingId, String host, int number, Instant at, Reason reason)
    implements SchedulingOutcome {

  public MeetingFailed {
    Checks.present("meetingId", meetingId);
    Checks.present("at", at);
    Checks.present("reason", reason);
    Checks.mailbox("host", host);
    Checks.atLeast("number", number, 1);
  }
}
