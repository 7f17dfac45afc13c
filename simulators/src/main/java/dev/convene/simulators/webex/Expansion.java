package dev.convene.simulators.webex;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;

/**
 * The starts of a series' occurrences. A rule without an end is followed for five years. Rules are
 * followed by ical4j, which Convene's services do not use: they could not agree by one mistake.
 */
final class Expansion {
  private final Recurrence rule;
  private final ZonedDateTime start;

  Expansion(Recurrence rule, ZonedDateTime start) {
    this.rule = rule;
    this.start = start;
  }

  /** In order, the first one included. */
  List<ZonedDateTime> starts() {
    LocalDateTime first = start.toLocalDateTime();
    LocalDateTime end = rule.end(start);
    return new Recur<LocalDateTime>(understood())
        .getDates(first, first, end.plusSeconds(1)).stream()
            .filter(time -> !time.isAfter(end))
            .map(time -> time.atZone(start.getZone()))
            .toList();
  }

  /** The rule as Webex follows it, up to any time: of several days in a month only the first. */
  private String understood() {
    String every = "FREQ=" + rule.frequency() + ";INTERVAL=" + rule.interval() + ";WKST=MO";
    return every
        + (rule.count() == 0 ? "" : ";COUNT=" + rule.count())
        + switch (rule.frequency()) {
          case DAILY -> rule.days().isEmpty() ? "" : ";BYDAY=" + days(rule.days());
          case WEEKLY ->
              ";BYDAY=" + days(rule.days().isEmpty() ? List.of(start.getDayOfWeek()) : rule.days());
          case MONTHLY -> inMonth();
          case YEARLY ->
              ";BYMONTH=" + (rule.month() == 0 ? start.getMonthValue() : rule.month()) + inMonth();
        };
  }

  private String inMonth() {
    if (rule.days().isEmpty()) {
      int day = rule.monthDay() == 0 ? start.getDayOfMonth() : rule.monthDay();
      return ";BYMONTHDAY=" + day;
    }
    int position = rule.position() == 0 ? 1 : rule.position();
    return ";BYDAY=" + position + days(rule.days().subList(0, 1));
  }

  private static String days(List<DayOfWeek> days) {
    return days.stream().map(day -> day.name().substring(0, 2)).collect(Collectors.joining(","));
  }
}
