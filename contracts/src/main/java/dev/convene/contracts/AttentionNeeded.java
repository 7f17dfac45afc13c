package dev.convene.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that must be done, such as deleting what was made, cannot be done by us: a person has to
 * finish it by hand.
 *
 * @param leftover the vendor's id of what may still exist
 */
public record AttentionNeeded(
    UUID meetingId, String host, Reason reason, @Nullable String leftover, StepRun step)
    implements WebexEvent, CalendarEvent {

  public AttentionNeeded {
    Checks.present("meetingId", meetingId);
    Checks.present("reason", reason);
    Checks.present("step", step);
    Checks.mailbox("host", host);
    leftover = Checks.blankAsAbsent(leftover);
  }
}
