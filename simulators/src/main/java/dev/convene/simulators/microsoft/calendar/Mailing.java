package dev.convene.simulators.microsoft.calendar;

import java.time.Instant;
import java.util.List;

/**
 * A mail that a calendar sent.
 *
 * @param recipients addresses, a group's being one
 * @param comment what the organizer wrote, or empty
 */
public record Mailing(Kind kind, Instant at, List<String> recipients, String comment) {
  /** What it tells. */
  public enum Kind {
    INVITE,
    UPDATE,
    CANCEL
  }
}
