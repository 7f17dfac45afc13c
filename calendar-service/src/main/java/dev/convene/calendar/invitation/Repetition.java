package dev.convene.calendar.invitation;

import dev.convene.contracts.Recurrence;
import dev.convene.contracts.RecurrenceEnd.LastAt;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How an event repeats in a calendar, which counts dates in the zone of the series.
 *
 * @param first the date of the first occurrence
 * @param zone in which its times and dates are meant
 * @param windowsZone the same by the name that Outlook knows
 */
public record Repetition(Recurrence rule, LocalDate first, ZoneId zone, String windowsZone) {

  /** The date of the last occurrence. */
  public LocalDate dateOf(LastAt last) {
    return last.start().atZone(zone).toLocalDate();
  }
}
