package dev.convene.gateway.requests;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When a meeting is: {@code start}, {@code end} and {@code timeZone} together.
 *
 * @param start local; where the clock shows it twice, the earlier is meant
 */
record MeetingTimes(
    LocalDateTime start, LocalDateTime end, ZoneId zone, Instant startsAt, Instant endsAt) {

  /** Webex's limits: a meeting lasts at least ten minutes and less than a day. */
  private static final Duration SHORTEST = Duration.ofMinutes(10);

  private static final Duration LONGEST = Duration.ofMinutes(1439);

  /** Webex takes no meeting ten years ahead. */
  private static final Period FARTHEST = Period.ofYears(9);

  private static final Set<String> REGIONS = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final String ALLOWED_TIME = "a local date and time such as 2027-03-01T10:00";
  private static final String ALLOWED_ZONE = "an IANA time zone such as Europe/Berlin";
  private static final String ALLOWED_DURATION = "10 to 1439 minutes";
  private static final DateTimeFormatter LOCAL_TIME =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd'T'HH:mm[:ss]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** The times, or null when something was wrong with them. */
  static @Nullable MeetingTimes read(Fields fields, Instant now) {
    LocalDateTime start = localTime(fields, "start");
    LocalDateTime end = localTime(fields, "end");
    ZoneId zone = zone(fields);
    if (zone == null) {
      return null;
    }
    Instant startsAt = start == null ? null : instant(fields, "start", start, zone);
    Instant endsAt = end == null ? null : instant(fields, "end", end, zone);
    if (startsAt != null) {
      checkStart(fields, startsAt, now.atZone(zone));
    }
    if (start == null || end == null || startsAt == null || endsAt == null) {
      return null;
    }
    checkDuration(fields, Duration.between(startsAt, endsAt));
    return new MeetingTimes(start, end, zone, startsAt, endsAt);
  }

  private static void checkStart(Fields fields, Instant startsAt, ZonedDateTime now) {
    if (!startsAt.isAfter(now.toInstant())) {
      fields.refuse(
          "start",
          "in-the-past",
          "The meeting would have started already.",
          "a time after " + now.toLocalDateTime().withNano(0),
          fields.optional("start"));
    } else if (startsAt.isAfter(now.plus(FARTHEST).toInstant())) {
      String detail = "That is more than " + FARTHEST.getYears() + " years ahead.";
      fields.refuse("start", "too-far-ahead", detail, "an earlier time", fields.optional("start"));
    }
  }

  private static void checkDuration(Fields fields, Duration duration) {
    JsonNode given = fields.optional("end");
    if (!duration.isPositive()) {
      String detail = "The meeting would end before it has started.";
      fields.refuse("end", "not-after-start", detail, "a time after start", given);
    } else if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
      String detail = "The meeting would last " + duration.toMinutes() + " minutes.";
      fields.refuse("end", "duration", detail, ALLOWED_DURATION, given);
    }
  }

  private static @Nullable LocalDateTime localTime(Fields fields, String name) {
    JsonNode value = fields.required(name, ALLOWED_TIME);
    String text = fields.text(name, value, ALLOWED_TIME);
    if (text == null) {
      return null;
    }
    try {
      LocalDateTime time = LocalDateTime.parse(text, LOCAL_TIME);
      if (time.getSecond() == 0) {
        return time;
      }
      fields.refuse(name, "seconds", "Webex schedules by the minute.", ALLOWED_TIME, value);
      return null;
    } catch (DateTimeParseException _) {
      String detail =
          text.endsWith("Z") || text.matches(".{16,}[+-]\\d\\d:?\\d\\d")
              ? "This must be a local time; the zone goes into timeZone."
              : "This is not a date and time.";
      fields.refuse(name, "not-a-time", detail, ALLOWED_TIME, value);
      return null;
    }
  }

  private static @Nullable ZoneId zone(Fields fields) {
    JsonNode value = fields.required("timeZone", ALLOWED_ZONE);
    String text = fields.text("timeZone", value, ALLOWED_ZONE);
    if (text == null) {
      return null;
    }
    if (!REGIONS.contains(text)) {
      String nearest = Nearest.to(text, REGIONS);
      String detail =
          "This is not the name of a time zone."
              + (nearest == null ? "" : " Did you mean " + nearest + "?");
      fields.refuse("timeZone", "not-a-time-zone", detail, ALLOWED_ZONE, value);
      return null;
    }
    return ZoneId.of(text);
  }

  private static @Nullable Instant instant(
      Fields fields, String name, LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(local);
    if (transition != null && transition.isGap()) {
      fields.refuse(
          name,
          "skipped-time",
          "There is no such time in %s: its clocks skip from %s to %s on that day."
              .formatted(
                  zone,
                  transition.getDateTimeBefore().toLocalTime(),
                  transition.getDateTimeAfter().toLocalTime()),
          "for example " + transition.getDateTimeAfter(),
          fields.optional(name));
      return null;
    }
    return ZonedDateTime.of(local, zone).toInstant();
  }
}
