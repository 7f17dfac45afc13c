package dev.convene.calendar.graph;

import com.microsoft.graph.models.DayOfWeek;
import com.microsoft.graph.models.PatternedRecurrence;
import com.microsoft.graph.models.RecurrencePattern;
import com.microsoft.graph.models.RecurrencePatternType;
import com.microsoft.graph.models.RecurrenceRange;
import com.microsoft.graph.models.RecurrenceRangeType;
import com.microsoft.graph.models.WeekIndex;
import dev.convene.calendar.invitation.Repetition;
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
import java.util.List;

/**
 * Our rules as Graph's pattern and range. Only what a type of pattern needs is set: Graph checks
 * the rest as well, although it ignores it.
 */
final class RecurrenceModels {

  private RecurrenceModels() {}

  static PatternedRecurrence of(Repetition repetition) {
    PatternedRecurrence model = new PatternedRecurrence();
    model.setPattern(pattern(repetition));
    model.setRange(range(repetition));
    return model;
  }

  private static RecurrencePattern pattern(Repetition repetition) {
    RecurrencePattern model = new RecurrencePattern();
    model.setInterval(repetition.rule().interval());
    switch (repetition.rule().pattern()) {
      case Daily() -> model.setType(RecurrencePatternType.Daily);
      case Weekly(var days) -> {
        model.setType(RecurrencePatternType.Weekly);
        model.setDaysOfWeek(days.stream().map(RecurrenceModels::day).toList());
        // Graph's own default is Sunday; Webex counts from Monday.
        model.setFirstDayOfWeek(DayOfWeek.Monday);
      }
      case MonthlyOnDay(int day) -> {
        model.setType(RecurrencePatternType.AbsoluteMonthly);
        model.setDayOfMonth(day);
      }
      case MonthlyOnWeekday(var nth) -> {
        model.setType(RecurrencePatternType.RelativeMonthly);
        set(model, nth);
      }
      case YearlyOnDay(var month, int day) -> {
        model.setType(RecurrencePatternType.AbsoluteYearly);
        model.setMonth(month.getValue());
        model.setDayOfMonth(day);
      }
      case YearlyOnWeekday(var month, var nth) -> {
        model.setType(RecurrencePatternType.RelativeYearly);
        model.setMonth(month.getValue());
        set(model, nth);
      }
    }
    return model;
  }

  private static void set(RecurrencePattern model, Nth nth) {
    model.setDaysOfWeek(List.of(day(nth.day())));
    model.setIndex(
        switch (nth.number()) {
          case 1 -> WeekIndex.First;
          case 2 -> WeekIndex.Second;
          case 3 -> WeekIndex.Third;
          case 4 -> WeekIndex.Fourth;
          default -> WeekIndex.Last;
        });
  }

  private static RecurrenceRange range(Repetition repetition) {
    RecurrenceRange model = new RecurrenceRange();
    model.setStartDate(repetition.first());
    model.setRecurrenceTimeZone(repetition.windowsZone());
    switch (repetition.rule().end()) {
      case Never() -> model.setType(RecurrenceRangeType.NoEnd);
      case After(int count) -> {
        model.setType(RecurrenceRangeType.Numbered);
        model.setNumberOfOccurrences(count);
      }
      case LastAt last -> {
        model.setType(RecurrenceRangeType.EndDate);
        model.setEndDate(repetition.dateOf(last));
      }
    }
    return model;
  }

  private static DayOfWeek day(java.time.DayOfWeek day) {
    return switch (day) {
      case MONDAY -> DayOfWeek.Monday;
      case TUESDAY -> DayOfWeek.Tuesday;
      case WEDNESDAY -> DayOfWeek.Wednesday;
      case THURSDAY -> DayOfWeek.Thursday;
      case FRIDAY -> DayOfWeek.Friday;
      case SATURDAY -> DayOfWeek.Saturday;
      case SUNDAY -> DayOfWeek.Sunday;
    };
  }
}
