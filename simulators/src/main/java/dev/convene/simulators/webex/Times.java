package dev.convene.simulators.webex;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times as Webex reads and writes them. */
final class Times {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  private Times() {}

  /** The zone of an IANA id; null when there is none. */
  static @Nullable ZoneId zone(String id) {
    return ZONES.contains(id) ? ZoneId.of(id) : null;
  }

  /**
   * Reads a time; without an offset it is local time in the zone.
   *
   * @param mustFit whether an offset has to be the zone's at that time
   * @return null when something was wrong, which is then among the problems
   */
  static @Nullable Instant read(
      String name, String text, ZoneId zone, boolean mustFit, Problems problems) {
    TemporalAccessor parsed;
    try {
      parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
    } catch (DateTimeException _) {
      problems.add("Parameter '" + name + "' is not in ISO 8601 format: '" + text + "'.");
      return null;
    }
    if (parsed instanceof OffsetDateTime time) {
      if (mustFit && !zone.getRules().getOffset(time.toInstant()).equals(time.getOffset())) {
        problems.add(
            "timezone '" + zone.getId() + "' and timezone offset in '" + text + "' do not match");
        return null;
      }
      return time.toInstant();
    }
    return LocalDateTime.from(parsed).atZone(zone).toInstant();
  }

  /** Reads a bound of a window, which may be a date alone. */
  static @Nullable Instant bound(String name, String text, ZoneId zone, Problems problems) {
    if (text.length() == 10) {
      try {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      } catch (DateTimeException _) {
        problems.add("Parameter '" + name + "' is not in ISO 8601 format: '" + text + "'.");
        return null;
      }
    }
    return read(name, text, zone, false, problems);
  }

  static Instant toMinute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }

  static LocalDateTime toMinute(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }

  /** With a Z in UTC, with an offset elsewhere. */
  static String write(Instant time, ZoneId zone) {
    return WRITTEN.format(time.atZone(zone.getId().equals("UTC") ? ZoneOffset.UTC : zone));
  }
}
