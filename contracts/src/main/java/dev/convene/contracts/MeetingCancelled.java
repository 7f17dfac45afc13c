package dev.convene.contracts;

import java.time.Instant;
import java.util.UUID;

/** The meeting was there, and is no longer, on either side. */
public record MeetingCancelled(UUID meetingId, String host, int number, Instant at)
    implements SchedulingOutcome {

  public MeetingCancelled {
    Checks.present("meetingId", meetingId);
    Checks.present("at", at);
    Checks.mailbox("host", host);
    Checks.atLeast("number", number, 1);
  }
}
