package dev.convene.calendar.invitation;

import dev.convene.contracts.RecurrenceEnd.After;
import dev.convene.contracts.RecurrenceEnd.LastAt;
import dev.convene.contracts.RecurrenceEnd.Never;
import dev.convene.contracts.RecurrencePattern.Daily;
import dev.convene.contracts.RecurrencePattern.MonthlyOnDay;
import dev.convene.contracts.RecurrencePattern.MonthlyOnWeekday;
import dev.convene.contracts.RecurrencePattern.Nth;
import dev.convene.contracts.RecurrencePattern.Weekly;
import dev.convene.contracts.RecurrencePattern.YearlyOnDay;
import dev.convene.contracts.RecurrencePattern.YearlyOnWeekday;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** How an event repeats, in words: "Repeats every 2 weeks on Monday and Wednesday, 10 times." */
final class RepetitionSentence {

  private static final Locale WORDS = Locale.ENGLISH;
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", WORDS);

  private RepetitionSentence() {}

  static String of(Repetition repetition) {
    return "Repeats " + pattern(repetition) + end(repetition) + ".";
  }

  private static String pattern(Repetition repetition) {
    int interval = repetition.rule().interval();
    return switch (repetition.rule().pattern()) {
      case Daily() -> every(interval, "day");
      case Weekly(var days) -> every(interval, "week") + " on " + listed(days);
      case MonthlyOnDay(int day) -> every(interval, "month") + " on day " + day;
      case MonthlyOnWeekday(var nth) -> every(interval, "month") + " on " + named(nth);
      case YearlyOnDay(var month, int day) ->
          every(interval, "year") + " on " + day + " " + name(month);
      case YearlyOnWeekday(var month, var nth) ->
          every(interval, "year") + " on " + named(nth) + " of " + name(month);
    };
  }

  private static String end(Repetition repetition) {
    return switch (repetition.rule().end()) {
      case Never() -> "";
      case After(int count) -> count == 1 ? ", once" : ", " + count + " times";
      case LastAt last -> " until " + DATE.format(repetition.dateOf(last));
    };
  }

  private static String every(int interval, String unit) {
    return interval == 1 ? "every " + unit : "every " + interval + " " + unit + "s";
  }

  private static String named(Nth nth) {
    String number =
        switch (nth.number()) {
          case 1 -> "first";
          case 2 -> "second";
          case 3 -> "third";
          case 4 -> "fourth";
          default -> "last";
        };
    return "the " + number + " " + name(nth.day());
  }

  private static String listed(List<DayOfWeek> days) {
    List<String> names = days.stream().map(RepetitionSentence::name).toList();
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, WORDS);
  }

  private static String name(Month month) {
    return month.getDisplayName(TextStyle.FULL, WORDS);
  }
}
