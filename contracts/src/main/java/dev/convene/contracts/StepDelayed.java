package dev.convene.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A step could not be finished now and is parked: it is durable, and is tried again at {@code
 * nextAttemptAt}.
 */
public record StepDelayed(
    UUID meetingId, String host, Reason reason, Instant nextAttemptAt, StepRun step)
    implements WebexEvent, CalendarEvent {

  public StepDelayed {
    Checks.present("meetingId", meetingId);
    Checks.present("reason", reason);
    Checks.present("nextAttemptAt", nextAttemptAt);
    Checks.present("step", step);
    Checks.mailbox("host", host);
  }
}
