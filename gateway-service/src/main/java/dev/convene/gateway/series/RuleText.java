package dev.convene.gateway.series;

import dev.convene.contracts.Recurrence;
import dev.convene.contracts.RecurrencePattern;
import dev.convene.gateway.series.Wish.Extent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * Reads a rule (RFC 5545, RECUR) as people and calendars write it, and finds what of it Webex or
 * Outlook could not be told.
 */
final class RuleText {

  private static final String ALLOWED =
      "a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10, daily, weekly, monthly or"
          + " yearly";

  /** The longest that means something to both vendors has 82 signs; calendars add some. */
  private static final int LONGEST = 250;

  private RuleText() {}

  /** What reading came to. */
  sealed interface Reading {

    record Read(Wish wish) implements Reading {}

    record Unusable(Objection why) implements Reading {}
  }

  /**
   * Reads a rule for a meeting; what it leaves open follows from the meeting's start.
   *
   * @param start local to {@code zone}
   */
  static Reading read(String text, LocalDateTime start, ZoneId zone) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    try {
      RecurrenceRule rule = parsed(upper);
      checkParts(rule);
      int interval = rule.getInterval();
      if (interval > Recurrence.LONGEST_INTERVAL) {
        throw new Unusable(
            "interval-too-long",
            "Neither Webex nor Outlook counts so far.",
            "an INTERVAL of 1 to " + Recurrence.LONGEST_INTERVAL);
      }
      RecurrencePattern pattern = new Patterns(rule, start.toLocalDate()).pattern();
      return new Reading.Read(new Wish(pattern, interval, extent(rule, zone)));
    } catch (Unusable e) {
      return new Reading.Unusable(e.objection());
    }
  }

  private static RecurrenceRule parsed(String text) throws Unusable {
    if (text.length() > LONGEST) {
      String detail = "This is " + text.length() + " characters long.";
      throw new Unusable("too-long", detail, "a rule of at most " + LONGEST + " characters");
    }
    if (text.startsWith("RRULE:")) {
      throw notARule("It is the value alone that is wanted, without RRULE: before it.");
    }
    try {
      return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      throw notARule("This is not a rule that can be read.");
    }
  }

  private static Unusable notARule(String detail) {
    return new Unusable("not-a-rule", detail, ALLOWED);
  }

  private static void checkParts(RecurrenceRule rule) throws Unusable {
    Set<String> foreign = new TreeSet<>();
    for (Part part : Part.values()) {
      if (rule.hasPart(part) && !canBeSaidToBoth(part)) {
        foreign.add(part.name());
      }
    }
    if (!foreign.isEmpty()) {
      throw new Unusable(
          "part-not-supported",
          "Webex and Outlook cannot both be told " + String.join(", ", foreign) + ".",
          "FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, COUNT, UNTIL, WKST");
    }
  }

  /**
   * No set of parts: lib-recur's enum can only be used once its {@code RecurrenceRule} has been, or
   * neither can be loaded.
   */
  private static boolean canBeSaidToBoth(Part part) {
    return switch (part) {
      case FREQ, INTERVAL, WKST, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS, UNTIL, COUNT -> true;
      default -> false; // among them names that are lib-recur's own
    };
  }

  private static Extent extent(RecurrenceRule rule, ZoneId zone) throws Unusable {
    Integer count = rule.getCount();
    if (count != null) {
      return new Extent.Times(count);
    }
    DateTime until = rule.getUntil();
    if (until == null) {
      return new Extent.Endless();
    }
    try {
      return new Extent.UpTo(local(until, zone));
    } catch (DateTimeException _) {
      throw notARule("There is no such time as UNTIL says.");
    }
  }

  /** A date means all of that day; a time without an offset is the meeting's own. */
  private static LocalDateTime local(DateTime until, ZoneId zone) {
    LocalDate date = LocalDate.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth());
    if (until.isAllDay()) {
      return date.plusDays(1).atStartOfDay().minusSeconds(1);
    }
    LocalDateTime time = date.atTime(until.getHours(), until.getMinutes(), until.getSeconds());
    return until.isFloating()
        ? time
        : time.atZone(ZoneOffset.UTC).withZoneSameInstant(zone).toLocalDateTime();
  }
}
