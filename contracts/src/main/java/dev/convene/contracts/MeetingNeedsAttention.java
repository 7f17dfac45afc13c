package dev.convene.contracts;

import java.time.Instant;
import java.util.UUID;

/** Convene cannot end it by itself: operations have been told, and finish it by hand. */
public record MeetingNeedsAttention(
    UUID meetingId, String host, int number, Instant at, Reason reason)
    implements SchedulingOutcome {

  public MeetingNeedsAttention {
    Checks.present("meetingId", meetingId);
    Checks.present("at", at);
    Checks.present("reason", reason);
    Checks.mailbox("host", host);
    Checks.atLeast("number", number, 1);
  }
}
