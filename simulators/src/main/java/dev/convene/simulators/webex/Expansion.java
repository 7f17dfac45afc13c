package dev.convene.simulators.webex;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The starts of a series' occurrences. A rule without an end is followed for five years. */
final class Expansion {
  private final Recurrence rule;
  private final ZonedDateTime start;

  Expansion(Recurrence rule, ZonedDateTime start) {
    this.rule = rule;
    this.start = start;
  }

  /** In order, the first one included. */
  List<ZonedDateTime> starts() {
    LocalDateTime end = rule.end(start);
    Stream<ZonedDateTime> starts =
        LongStream.iterate(0, n -> n + rule.interval())
            .mapToObj(this::period)
            .takeWhile(dates -> !dates.from().isAfter(end.toLocalDate()))
            .flatMap(period -> period.dates().stream())
            .filter(date -> !date.isBefore(start.toLocalDate()))
            .map(date -> date.atTime(start.toLocalTime()).atZone(start.getZone()))
            .takeWhile(time -> !time.toLocalDateTime().isAfter(end));
    return (rule.count() == 0 ? starts : starts.limit(rule.count())).toList();
  }

  /** A day, week, month or year, and the rule's dates in it. */
  private record Period(LocalDate from, List<LocalDate> dates) {}

  private Period period(long n) {
    LocalDate first = start.toLocalDate();
    return switch (rule.frequency()) {
      case DAILY -> {
        LocalDate date = first.plusDays(n);
        yield new Period(
            date,
            rule.days().isEmpty() || rule.days().contains(date.getDayOfWeek())
                ? List.of(date)
                : List.of());
      }
      case WEEKLY -> {
        LocalDate monday =
            first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(n);
        List<DayOfWeek> days = rule.days().isEmpty() ? List.of(first.getDayOfWeek()) : rule.days();
        yield new Period(
            monday,
            IntStream.range(0, 7)
                .mapToObj(monday::plusDays)
                .filter(date -> days.contains(date.getDayOfWeek()))
                .toList());
      }
      case MONTHLY -> {
        YearMonth month = YearMonth.from(first).plusMonths(n);
        yield new Period(month.atDay(1), in(month));
      }
      case YEARLY -> {
        int number = rule.month() == 0 ? first.getMonthValue() : rule.month();
        YearMonth month = YearMonth.of(first.getYear(), number).plus(n, ChronoUnit.YEARS);
        yield new Period(month.atDay(1), in(month));
      }
    };
  }

  private List<LocalDate> in(YearMonth month) {
    if (!rule.days().isEmpty()) {
      DayOfWeek day = rule.days().getFirst();
      int position = rule.position() == 0 ? 1 : rule.position();
      LocalDate date = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(position, day));
      return YearMonth.from(date).equals(month) ? List.of(date) : List.of();
    }
    int day = rule.monthDay() == 0 ? start.getDayOfMonth() : rule.monthDay();
    if (day < 0) {
      int counted = month.lengthOfMonth() + 1 + day;
      return counted >= 1 ? List.of(month.atDay(counted)) : List.of();
    }
    return month.isValidDay(day) ? List.of(month.atDay(day)) : List.of();
  }
}
