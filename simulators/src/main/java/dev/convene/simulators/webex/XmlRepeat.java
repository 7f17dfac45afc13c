package dev.convene.simulators.webex;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The {@code repeat} element, and the rule that it stands for. */
final class XmlRepeat {
  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  private static final Set<String> PARTS =
      Set.of(
          "repeatType",
          "interval",
          "afterMeetingNumber",
          "dayInWeek",
          "expirationDate",
          "dayInMonth",
          "weekInMonth",
          "monthInYear");

  private XmlRepeat() {}

  /**
   * The rule of a series that starts then; null for what does not repeat.
   *
   * @throws dev.convene.simulators.http.Refusal when it makes no sense
   */
  static @Nullable String rule(@Nullable XmlElement repeat, ZonedDateTime start) {
    if (repeat == null || "NO_REPEAT".equals(repeat.text("repeatType"))) {
      return null;
    }
    for (XmlElement part : repeat.children()) {
      require(PARTS.contains(part.name()), "unexpected element " + part.name());
    }
    String type = Optional.ofNullable(repeat.text("repeatType")).orElse("missing");
    String rule =
        "FREQ="
            + type
            + part(";INTERVAL=", repeat.text("interval"))
            + part(";BYMONTH=", repeat.text("monthInYear"))
            + part(";BYMONTHDAY=", repeat.text("dayInMonth"))
            + days(repeat)
            + part(";COUNT=", repeat.text("afterMeetingNumber"))
            + part(";UNTIL=", until(repeat.text("expirationDate"), start.getZone()));
    Recurrence.problem(rule, start).ifPresent(problem -> require(false, problem));
    return rule;
  }

  private static String part(String name, @Nullable String value) {
    return value == null ? "" : name + value;
  }

  private static String days(XmlElement repeat) {
    XmlElement days = repeat.at("dayInWeek");
    if (days == null || days.children().isEmpty()) {
      return "";
    }
    String nth = repeat.text("weekInMonth");
    return days.children().stream()
        .map(day -> day(day.text()))
        .map(day -> (nth == null ? "" : nth) + day.name().substring(0, 2))
        .collect(Collectors.joining(",", ";BYDAY=", ""));
  }

  private static DayOfWeek day(String name) {
    try {
      return DayOfWeek.valueOf(name);
    } catch (IllegalArgumentException _) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "validation: day " + name);
    }
  }

  private static @Nullable String until(@Nullable String date, ZoneId zone) {
    try {
      return date == null
          ? null
          : UNTIL.format(
              LocalDateTime.parse(date, XmlMeetingForm.DATE)
                  .atZone(zone)
                  .withZoneSameInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "validation: expirationDate");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "validation: repeat: " + otherwise);
    }
  }

  /** Adds what a meeting's rule is. */
  static void write(XmlNode repeat, Draft draft, ZoneId zone) {
    if (draft.recurrence() == null) {
      repeat.put("repeatType", "NO_REPEAT");
      return;
    }
    Recurrence rule = Recurrence.parse(draft.recurrence(), zone);
    repeat.put("repeatType", rule.frequency()).put("interval", rule.interval());
    if (rule.count() > 0) {
      repeat.put("afterMeetingNumber", rule.count());
    }
    if (!rule.days().isEmpty()) {
      XmlNode days = repeat.in("dayInWeek");
      rule.days().forEach(day -> days.put("day", day));
    }
    if (rule.until() != null) {
      repeat.put("expirationDate", XmlMeetingForm.DATE.format(rule.until()));
    }
    putUnlessZero(repeat, "dayInMonth", rule.monthDay());
    putUnlessZero(repeat, "weekInMonth", rule.position());
    putUnlessZero(repeat, "monthInYear", rule.month());
  }

  private static void putUnlessZero(XmlNode node, String name, int value) {
    if (value != 0) {
      node.put(name, value);
    }
  }
}
