package dev.convene.contracts;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;

/** On which days a meeting repeats. */
public sealed interface RecurrencePattern {

  /** Every day, counted from the first occurrence. */
  record Daily() implements RecurrencePattern {}

  /** On these days of a week, which begins on Monday. */
  record Weekly(List<DayOfWeek> days) implements RecurrencePattern {

    public Weekly {
      Checks.present("days", days);
      Checks.atLeast("the number of days", days.size(), 1);
      days = days.stream().distinct().sorted().toList();
    }
  }

  /**
   * On a day that every month has. Of a later one the vendors would make different things: Outlook
   * the last of a short month, RFC 5545 nothing.
   *
   * @param day 1 to 28
   */
  record MonthlyOnDay(int day) implements RecurrencePattern {

    public MonthlyOnDay {
      Checks.atLeast("day", day, 1);
      Checks.atMost("day", day, 28);
    }
  }

  /** Such as on the second Tuesday of the month. */
  record MonthlyOnWeekday(Nth nth) implements RecurrencePattern {}

  /** On a date that every year has: not on 29 February. */
  record YearlyOnDay(Month month, int day) implements RecurrencePattern {

    public YearlyOnDay {
      Checks.atLeast("day", day, 1);
      Checks.atMost("day", day, month.minLength());
    }
  }

  /** Such as on the last Thursday of November. */
  record YearlyOnWeekday(Month month, Nth nth) implements RecurrencePattern {}

  /**
   * One of a month's days that are the same weekday.
   *
   * @param number 1 to 4, which every month has; or -1 for the last
   */
  record Nth(int number, DayOfWeek day) {

    public Nth {
      if (number != -1) {
        Checks.atLeast("number", number, 1);
        Checks.atMost("number", number, 4);
      }
    }

    @Override
    public String toString() {
      return number + letters(day);
    }
  }

  /** As RFC 5545 abbreviates it. */
  static String letters(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  /** What RFC 5545 abbreviates so. */
  static DayOfWeek day(String letters) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (letters(day).equals(letters)) {
        return day;
      }
    }
    throw new IllegalArgumentException("no weekday: " + letters);
  }
}
