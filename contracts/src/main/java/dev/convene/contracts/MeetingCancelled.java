package dev.convene.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * The meeting is there no longer, on either side: somebody cancelled it, perhaps before it was
 * scheduled.
 */
public record MeetingCancelled(UUID meetingId, String host, int number, Instant at)
    implements SchedulingOutcome {

  public MeetingCancelled {
    Checks.present("meetingId", meetingId);
    Checks.present("at", at);
    Checks.mailbox("host", host);
    Checks.atLeast("number", number, 1);
  }
}
