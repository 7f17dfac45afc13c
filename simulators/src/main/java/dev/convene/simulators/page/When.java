package dev.convene.simulators.page;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a calendar shows them. */
final class When {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private When() {}

  static String of(LocalDateTime start, LocalDateTime end) {
    String until =
        start.toLocalDate().equals(end.toLocalDate())
            ? TIME.format(end)
            : DAY.format(end) + " " + TIME.format(end);
    return DAY.format(start) + " " + TIME.format(start) + " – " + until;
  }

  /**
   * Whole days.
   *
   * @param end midnight after the last one
   */
  static String allDay(LocalDateTime start, LocalDateTime end) {
    LocalDate last = end.toLocalDate().minusDays(1);
    return last.isAfter(start.toLocalDate())
        ? DAY.format(start) + " – " + DAY.format(last)
        : DAY.format(start);
  }
}
