package dev.convene.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * The request waits. It goes on by itself, and ends in one of the other outcomes.
 *
 * @param nextAttemptAt as announced when the waiting began; later attempts are not announced here
 */
public record MeetingDelayed(
    UUID meetingId, String host, int number, Instant at, Reason reason, Instant nextAttemptAt)
    implements SchedulingOutcome {

  public MeetingDelayed {
    Checks.present("meetingId", meetingId);
    Checks.present("at", at);
    Checks.present("reason", reason);
    Checks.present("nextAttemptAt", nextAttemptAt);
    Checks.mailbox("host", host);
    Checks.atLeast("number", number, 1);
  }
}
