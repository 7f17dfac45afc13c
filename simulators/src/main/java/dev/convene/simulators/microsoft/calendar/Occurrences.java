package dev.convene.simulators.microsoft.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** When the meetings of a series take place. */
final class Occurrences {
  /** So many are looked at in a series without an end; Outlook itself stops much earlier. */
  private static final int MOST = 4000;

  private final JsonNode pattern;
  private final JsonNode range;
  private final LocalDate first;

  private Occurrences(JsonNode recurrence) {
    this.pattern = recurrence.path("pattern");
    this.range = recurrence.path("range");
    this.first = LocalDate.parse(range.path("startDate").asString());
  }

  /**
   * The slots of an event that touch a time; one at most when it does not recur.
   *
   * @param recurrence as it was checked, or null for a single event
   */
  static List<Slot> between(Slot slot, JsonNode recurrence, Instant from, Instant to) {
    if (!recurrence.isObject()) {
      return slot.overlaps(from, to) ? List.of(slot) : List.of();
    }
    List<Slot> found = new ArrayList<>();
    for (LocalDate date : new Occurrences(recurrence).dates()) {
      Slot one = slot.startingAt(LocalDateTime.of(date, slot.start().toLocalTime()));
      if (!one.startAt().isBefore(to)) {
        break;
      }
      if (one.overlaps(from, to)) {
        found.add(one);
      }
    }
    return found;
  }

  /** The dates of the series, in order. */
  private List<LocalDate> dates() {
    String type = range.path("type").asString("");
    int count =
        type.equals("numbered") ? Math.min(range.path("numberOfOccurrences").asInt(), MOST) : MOST;
    LocalDate last =
        type.equals("endDate")
            ? LocalDate.parse(range.path("endDate").asString())
            : first.plusYears(100);
    List<LocalDate> dates = new ArrayList<>();
    for (int period = 0; dates.size() < count && !start(period).isAfter(last); period++) {
      for (LocalDate date : in(start(period))) {
        if (!date.isBefore(first) && !date.isAfter(last) && dates.size() < count) {
          dates.add(date);
        }
      }
    }
    return dates;
  }

  /** The first day of a period: a day, a week, a month or a year. */
  private LocalDate start(int period) {
    long steps = (long) period * pattern.path("interval").asInt(1);
    return switch (type()) {
      case "daily" -> first.plusDays(steps);
      case "weekly" -> weekStart().plusWeeks(steps);
      case "absoluteMonthly", "relativeMonthly" -> first.withDayOfMonth(1).plusMonths(steps);
      default -> first.withDayOfYear(1).plusYears(steps);
    };
  }

  private LocalDate weekStart() {
    DayOfWeek begins = day(pattern.path("firstDayOfWeek").asString("sunday"));
    return first.minusDays(Math.floorMod(first.getDayOfWeek().getValue() - begins.getValue(), 7));
  }

  private Set<LocalDate> in(LocalDate start) {
    Set<LocalDate> dates = new TreeSet<>();
    switch (type()) {
      case "daily" -> dates.add(start);
      case "weekly" -> {
        for (int i = 0; i < 7; i++) {
          if (days().contains(start.plusDays(i).getDayOfWeek())) {
            dates.add(start.plusDays(i));
          }
        }
      }
      case "absoluteMonthly" -> dates.add(dayOf(YearMonth.from(start)));
      case "relativeMonthly" -> dates.add(relative(YearMonth.from(start)));
      case "absoluteYearly" -> dates.add(dayOf(month(start)));
      default -> dates.add(relative(month(start)));
    }
    return dates;
  }

  private YearMonth month(LocalDate start) {
    return YearMonth.of(start.getYear(), pattern.path("month").asInt());
  }

  /** The last day where the month is shorter, as Outlook does. */
  private LocalDate dayOf(YearMonth month) {
    return month.atDay(Math.min(pattern.path("dayOfMonth").asInt(), month.lengthOfMonth()));
  }

  private LocalDate relative(YearMonth month) {
    List<LocalDate> fitting = new ArrayList<>();
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      if (days().contains(month.atDay(day).getDayOfWeek())) {
        fitting.add(month.atDay(day));
      }
    }
    return switch (pattern.path("index").asString("first")) {
      case "second" -> fitting.get(1);
      case "third" -> fitting.get(2);
      case "fourth" -> fitting.get(3);
      case "last" -> fitting.getLast();
      default -> fitting.getFirst();
    };
  }

  private Set<DayOfWeek> days() {
    Set<DayOfWeek> days = new TreeSet<>();
    pattern.path("daysOfWeek").forEach(day -> days.add(day(day.asString())));
    return days;
  }

  private static DayOfWeek day(String name) {
    return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private String type() {
    return pattern.path("type").asString("");
  }
}
