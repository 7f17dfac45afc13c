package dev.convene.gateway.series;

import dev.convene.contracts.RecurrencePattern;
import dev.convene.contracts.RecurrencePattern.Daily;
import dev.convene.contracts.RecurrencePattern.MonthlyOnDay;
import dev.convene.contracts.RecurrencePattern.MonthlyOnWeekday;
import dev.convene.contracts.RecurrencePattern.Nth;
import dev.convene.contracts.RecurrencePattern.Weekly;
import dev.convene.contracts.RecurrencePattern.YearlyOnDay;
import dev.convene.contracts.RecurrencePattern.YearlyOnWeekday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.dmfs.rfc5545.Weekday;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.WeekdayNum;
import org.jspecify.annotations.Nullable;

/**
 * The pattern that a rule means, among those that both vendors have. Of several days in a month
 * Webex would silently take the first; of a day that a month lacks, Outlook takes the last and
 * Webex none.
 *
 * @param first of the meeting; what the rule does not say, it does
 */
record Patterns(RecurrenceRule rule, LocalDate first) {

  private static final int EVERY_MONTH_HAS = 28;

  RecurrencePattern pattern() throws Unusable {
    return switch (rule.getFreq()) {
      case DAILY -> daily();
      case WEEKLY -> weekly();
      case MONTHLY -> monthly();
      case YEARLY -> yearly();
      case HOURLY, MINUTELY, SECONDLY ->
          throw new Unusable(
              "frequency",
              "A meeting cannot repeat more often than daily.",
              "FREQ=DAILY, WEEKLY, MONTHLY or YEARLY");
    };
  }

  private RecurrencePattern daily() throws Unusable {
    refuse(Part.BYMONTH, Part.BYMONTHDAY, Part.BYSETPOS);
    if (!rule.hasPart(Part.BYDAY)) {
      return new Daily();
    }
    if (rule.getInterval() != 1) {
      throw new Unusable(
          "days-of-every-nth-day",
          "Outlook cannot be told to leave out weekdays of every " + rule.getInterval() + " days.",
          "FREQ=WEEKLY with BYDAY, or FREQ=DAILY without it");
    }
    return new Weekly(days());
  }

  private RecurrencePattern weekly() throws Unusable {
    refuse(Part.BYMONTH, Part.BYMONTHDAY, Part.BYSETPOS);
    List<DayOfWeek> days = rule.hasPart(Part.BYDAY) ? days() : List.of(first.getDayOfWeek());
    Weekly weekly = new Weekly(days);
    // With a week between them, it matters where weeks begin; otherwise it says nothing.
    if (rule.getWeekStart() != Weekday.MO && rule.getInterval() > 1 && weekly.days().size() > 1) {
      throw new Unusable(
          "week-start",
          "Webex counts weeks from Monday, and takes no other day.",
          "WKST=MO, or no WKST");
    }
    return weekly;
  }

  private RecurrencePattern monthly() throws Unusable {
    refuse(Part.BYMONTH);
    Nth nth = nth();
    if (nth != null) {
      return new MonthlyOnWeekday(nth);
    }
    int day = dayOfMonth();
    if (day > EVERY_MONTH_HAS) {
      throw new Unusable(
          "short-months",
          "Not every month has a day "
              + day
              + ": Outlook would take the last of a short month, and Webex leave it out.",
          "a day from 1 to 28, or a weekday such as BYDAY=-1FR, the last Friday");
    }
    return new MonthlyOnDay(day);
  }

  private RecurrencePattern yearly() throws Unusable {
    if (!rule.hasPart(Part.BYMONTH)
        && (rule.hasPart(Part.BYDAY) || rule.hasPart(Part.BYMONTHDAY))) {
      throw new Unusable(
          "month-missing",
          "Without a month, this rule is about days of the year or of all months.",
          "BYMONTH beside BYDAY or BYMONTHDAY, or FREQ=MONTHLY");
    }
    Month month = first.getMonth();
    if (rule.hasPart(Part.BYMONTH)) {
      // lib-recur counts months from 0, as java.util.Calendar did.
      month = Month.of(single(Part.BYMONTH, "month", "one month") + 1);
    }
    Nth nth = nth();
    if (nth != null) {
      return new YearlyOnWeekday(month, nth);
    }
    int day = dayOfMonth();
    if (day > month.minLength()) {
      throw new Unusable(
          "short-months",
          "Not every year has such a date: Outlook would take another day, and Webex none.",
          "a date that every year has");
    }
    return new YearlyOnDay(month, day);
  }

  private List<DayOfWeek> days() throws Unusable {
    if (rule.getByDayPart().stream().anyMatch(day -> day.pos != 0)) {
      throw new Unusable(
          "numbered-weekdays",
          "Only a month has a first or a last such day.",
          "weekdays such as BYDAY=MO,WE");
    }
    return rule.getByDayPart().stream().map(day -> day(day.weekday)).toList();
  }

  /** The numbered weekday, or null where the rule is about a date. */
  private @Nullable Nth nth() throws Unusable {
    if (!rule.hasPart(Part.BYDAY)) {
      refuse(Part.BYSETPOS);
      return null;
    }
    refuse(Part.BYMONTHDAY);
    if (rule.getByDayPart().size() > 1) {
      throw severalOf("weekday", "one weekday, such as BYDAY=2TU");
    }
    WeekdayNum day = rule.getByDayPart().getFirst();
    int number = day.pos;
    if (rule.hasPart(Part.BYSETPOS)) {
      int position = single(Part.BYSETPOS, "position", "one position");
      if (number != 0) {
        throw new Unusable("set-position", "The weekday has a number already.", "BYDAY=2TU");
      }
      number = position;
    }
    if (number == 0) {
      throw new Unusable(
          "every-such-weekday",
          "Webex and Outlook would take one such day of the month, not every one.",
          "FREQ=WEEKLY for every such day; a numbered one such as 2TU; or -1TU, the last");
    }
    if (number > 4 || number < -1) {
      throw new Unusable(
          "number-of-weekday",
          "Outlook can be told the first four such days of a month, and the last.",
          "1, 2, 3, 4 or -1");
    }
    return new Nth(number, day(day.weekday));
  }

  private int dayOfMonth() throws Unusable {
    if (!rule.hasPart(Part.BYMONTHDAY)) {
      return first.getDayOfMonth();
    }
    int day = single(Part.BYMONTHDAY, "day", "one day, such as BYMONTHDAY=15");
    if (day < 0) {
      throw new Unusable(
          "counted-from-the-end",
          "Outlook cannot be told a day counted from the end of the month.",
          "a day from 1 to 28, or a weekday such as BYDAY=-1FR, the last Friday");
    }
    return day;
  }

  private int single(Part part, String what, String allowed) throws Unusable {
    List<Integer> values = rule.getByPart(part);
    if (values.size() > 1) {
      throw severalOf(what, allowed);
    }
    return values.getFirst();
  }

  private static Unusable severalOf(String what, String allowed) {
    return new Unusable(
        "several-days",
        "Of more than one " + what + ", Webex would take the first and say nothing.",
        allowed);
  }

  private void refuse(Part... parts) throws Unusable {
    for (Part part : parts) {
      if (rule.hasPart(part)) {
        throw new Unusable(
            "part-not-supported",
            "Webex and Outlook cannot both be told "
                + part
                + " beside FREQ="
                + rule.getFreq()
                + ".",
            "such a rule without " + part);
      }
    }
  }

  private static DayOfWeek day(Weekday day) {
    return switch (day) {
      case MO -> DayOfWeek.MONDAY;
      case TU -> DayOfWeek.TUESDAY;
      case WE -> DayOfWeek.WEDNESDAY;
      case TH -> DayOfWeek.THURSDAY;
      case FR -> DayOfWeek.FRIDAY;
      case SA -> DayOfWeek.SATURDAY;
      case SU -> DayOfWeek.SUNDAY;
    };
  }
}
