package dev.convene.webex.xml;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Recurrence;
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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule as {@code repeat} has it, as far as public material shows what its elements mean. */
final class Repeat {

  private static final String CODE = "webex.series";

  /** As the schema allows. */
  private static final int MOST = 999;

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private Repeat() {}

  /** Why a series cannot be told; empty where it can, and for what does not repeat. */
  static Optional<Reason> obstacle(MeetingDetails details, Instant start) {
    Recurrence rule = details.recurrence();
    if (rule == null) {
      return Optional.empty();
    }
    if (TimeZones.forSeries(start, details.timeZone()).isEmpty()) {
      return because(
          "has no time zone whose clock goes like that of " + details.timeZone() + " for years");
    }
    if (rule.end() instanceof After(int count) && count > MOST) {
      return because("knows no series of more than " + MOST + " meetings");
    }
    return switch (rule.pattern()) {
      case Daily() -> Optional.empty();
      case Weekly _ -> Optional.empty();
      case MonthlyOnDay _ -> Optional.empty();
      case MonthlyOnWeekday(Nth nth) -> last(nth);
      case YearlyOnDay _ -> years(rule);
      case YearlyOnWeekday(_, Nth nth) -> years(rule).or(() -> last(nth));
    };
  }

  private static Optional<Reason> last(Nth nth) {
    return nth.number() == -1
        ? because("does not say how to repeat on the last weekday of a month")
        : Optional.empty();
  }

  private static Optional<Reason> years(Recurrence rule) {
    return rule.interval() > 1
        ? because("does not say how to repeat every other year")
        : Optional.empty();
  }

  private static Optional<Reason> because(String what) {
    return Optional.of(
        new Reason(CODE, "This series cannot be scheduled: Webex's XML API " + what + "."));
  }

  /**
   * The element.
   *
   * @param zone in which the series is told
   */
  static Element of(Recurrence rule, ZoneId zone) {
    List<Element> parts = new ArrayList<>();
    parts.add(Element.text("repeatType", type(rule)));
    parts.add(Element.text("interval", rule.interval()));
    if (rule.end() instanceof After(int count)) {
      parts.add(Element.text("afterMeetingNumber", count));
    }
    days(rule).ifPresent(parts::add);
    switch (rule.end()) {
      case LastAt(Instant last) -> parts.add(Element.text("expirationDate", expiry(last, zone)));
      case After _, Never() -> {}
    }
    parts.addAll(date(rule));
    return Element.of("repeat", parts);
  }

  private static String type(Recurrence rule) {
    return switch (rule.pattern()) {
      case Daily() -> "DAILY";
      case Weekly _ -> "WEEKLY";
      case MonthlyOnDay _, MonthlyOnWeekday _ -> "MONTHLY";
      case YearlyOnDay _, YearlyOnWeekday _ -> "YEARLY";
    };
  }

  private static Optional<Element> days(Recurrence rule) {
    List<DayOfWeek> days =
        switch (rule.pattern()) {
          case Weekly(List<DayOfWeek> all) -> all;
          case MonthlyOnWeekday(Nth nth) -> List.of(nth.day());
          case YearlyOnWeekday(_, Nth nth) -> List.of(nth.day());
          case Daily(), MonthlyOnDay _, YearlyOnDay _ -> List.of();
        };
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Element.of("dayInWeek", days.stream().map(day -> Element.text("day", day)).toList()));
  }

  private static List<Element> date(Recurrence rule) {
    return switch (rule.pattern()) {
      case Daily(), Weekly _ -> List.of();
      case MonthlyOnDay(int day) -> List.of(Element.text("dayInMonth", day));
      case MonthlyOnWeekday(Nth nth) -> List.of(Element.text("weekInMonth", nth.number()));
      case YearlyOnDay(var month, int day) ->
          List.of(Element.text("dayInMonth", day), Element.text("monthInYear", month.getValue()));
      case YearlyOnWeekday(var month, Nth nth) ->
          List.of(
              Element.text("weekInMonth", nth.number()),
              Element.text("monthInYear", month.getValue()));
    };
  }

  /** The end of the last day, so that it does not matter whether Webex counts the end in. */
  private static String expiry(Instant last, ZoneId zone) {
    LocalDateTime day = last.atZone(zone).toLocalDate().atTime(END_OF_DAY);
    return WebexTime.text(day);
  }
}
