package dev.convene.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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
import java.time.Month;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a meeting repeats, as far as both vendors can say it. Travels as a rule of RFC 5545 (RECUR)
 * in one form: parts in one order, what goes without saying left out, weeks beginning on Monday.
 * What people write is read by the gateway; here, only that form is.
 *
 * @param interval every so many days, weeks, months or years; 1 to 99
 */
public record Recurrence(RecurrencePattern pattern, int interval, RecurrenceEnd end) {

  /** The highest {@link #interval()}. */
  public static final int LONGEST_INTERVAL = 99;

  private static final String ON =
      "(?:BYMONTHDAY=(?<@date>[1-9]|[12][0-9]|3[01])|BYDAY=(?<@nth>[1-4]|-1)(?<@day>@D))";

  private static final Pattern ONE_FORM =
      Pattern.compile(
          ("FREQ=(?:(?<daily>DAILY)@I|WEEKLY@I;BYDAY=(?<days>@D(?:,@D)*)"
                  + "|MONTHLY@I;"
                  + ON.replace("<@", "<m")
                  + "|YEARLY@I;BYMONTH=(?<month>[1-9]|1[0-2]);"
                  + ON.replace("<@", "<y")
                  + ")(?<end>;COUNT=[1-9][0-9]{0,3}|;UNTIL=[0-9]{8}T[0-9]{6}Z)?")
              .replace("@I", "(?:;INTERVAL=(?:[2-9]|[1-9][0-9]))?")
              .replace("@D", "(?:MO|TU|WE|TH|FR|SA|SU)"));

  private static final Pattern INTERVAL = Pattern.compile(";INTERVAL=([0-9]+)");

  public Recurrence {
    Checks.present("pattern", pattern);
    Checks.present("end", end);
    Checks.atLeast("interval", interval, 1);
    Checks.atMost("interval", interval, LONGEST_INTERVAL);
  }

  /**
   * Reads a rule in its one form.
   *
   * @throws IllegalArgumentException where it is in another
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Recurrence of(String rule) {
    Matcher parts = ONE_FORM.matcher(rule);
    if (!parts.matches()) {
      throw new IllegalArgumentException("recurrence must be a rule in its one form");
    }
    Matcher interval = INTERVAL.matcher(rule);
    Recurrence read =
        new Recurrence(
            pattern(parts),
            interval.find() ? Integer.parseInt(interval.group(1)) : 1,
            RecurrenceEnd.of(parts.group("end")));
    if (!read.rule().equals(rule)) {
      throw new IllegalArgumentException("recurrence must name each weekday once, in their order");
    }
    return read;
  }

  private static RecurrencePattern pattern(Matcher parts) {
    String days = parts.group("days");
    String month = parts.group("month");
    if (parts.group("daily") != null) {
      return new Daily();
    }
    if (days != null) {
      return new Weekly(List.of(days.split(",")).stream().map(RecurrencePattern::day).toList());
    }
    String frequency = month == null ? "m" : "y";
    String date = parts.group(frequency + "date");
    if (date != null) {
      int day = Integer.parseInt(date);
      return month == null ? new MonthlyOnDay(day) : new YearlyOnDay(month(month), day);
    }
    Nth nth =
        new Nth(
            Integer.parseInt(parts.group(frequency + "nth")),
            RecurrencePattern.day(parts.group(frequency + "day")));
    return month == null ? new MonthlyOnWeekday(nth) : new YearlyOnWeekday(month(month), nth);
  }

  private static Month month(String number) {
    return Month.of(Integer.parseInt(number));
  }

  /** The rule in its one form. */
  @JsonValue
  public String rule() {
    String every = interval == 1 ? "" : ";INTERVAL=" + interval;
    return switch (pattern) {
          case Daily() -> "FREQ=DAILY" + every;
          case Weekly(var days) ->
              "FREQ=WEEKLY"
                  + every
                  + ";BYDAY="
                  + days.stream().map(RecurrencePattern::letters).collect(Collectors.joining(","));
          case MonthlyOnDay(int day) -> "FREQ=MONTHLY" + every + ";BYMONTHDAY=" + day;
          case MonthlyOnWeekday(var nth) -> "FREQ=MONTHLY" + every + ";BYDAY=" + nth;
          case YearlyOnDay(var month, int day) ->
              "FREQ=YEARLY" + every + ";BYMONTH=" + month.getValue() + ";BYMONTHDAY=" + day;
          case YearlyOnWeekday(var month, var nth) ->
              "FREQ=YEARLY" + every + ";BYMONTH=" + month.getValue() + ";BYDAY=" + nth;
        }
        + endText();
  }

  private String endText() {
    return switch (end) {
      case Never() -> "";
      case After(int count) -> ";COUNT=" + count;
      case LastAt lastAt -> ";UNTIL=" + lastAt.text();
    };
  }

  @Override
  public String toString() {
    return rule();
  }
}
