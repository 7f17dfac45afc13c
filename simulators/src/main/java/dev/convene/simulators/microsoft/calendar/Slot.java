package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * When an event takes place, as it was said.
 *
 * @param startZone a name that Graph takes
 * @param endZone a name that Graph takes
 * @param allDay floating: the same dates wherever one is
 * @param startAt the start as an instant
 * @param endAt the end as an instant
 */
record Slot(
    LocalDateTime start,
    String startZone,
    LocalDateTime end,
    String endZone,
    boolean allDay,
    Instant startAt,
    Instant endAt) {
  private static final DateTimeFormatter SEVEN_DIGITS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS");
  private static final ZoneId UTC = ZoneId.of("UTC");

  private Slot(
      LocalDateTime start, String startZone, LocalDateTime end, String endZone, boolean allDay) {
    this(
        start,
        startZone,
        end,
        endZone,
        allDay,
        start.atZone(TimeZones.zone(startZone)).toInstant(),
        end.atZone(TimeZones.zone(endZone)).toInstant());
  }

  /**
   * @throws dev.convene.simulators.microsoft.odata.Refused when Graph would not take it
   */
  static Slot of(JsonNode start, JsonNode end, boolean allDay) {
    Slot slot = new Slot(time(start), zone(start), time(end), zone(end), allDay);
    if (slot.endAt.isBefore(slot.startAt)) {
      throw GraphErrors.propertyValidation("The end must not be before the start.").refused();
    }
    if (allDay) {
      slot.checkAllDay();
    }
    return slot;
  }

  private void checkAllDay() {
    boolean midnight =
        start.toLocalTime().equals(LocalTime.MIDNIGHT)
            && end.toLocalTime().equals(LocalTime.MIDNIGHT);
    if (!midnight || !startZone.equals(endZone) || !start.isBefore(end)) {
      throw GraphErrors.propertyValidation(
              "An all-day event starts and ends at midnight of one zone, a day or more apart.")
          .refused();
    }
  }

  boolean overlaps(Instant from, Instant to) {
    return startAt.isBefore(to) && endAt.isAfter(from);
  }

  /** A slot as long as this one that starts at another local time. */
  Slot startingAt(LocalDateTime otherStart) {
    return new Slot(
        otherStart, startZone, otherStart.plus(Duration.between(start, end)), endZone, allDay);
  }

  String startText(ZoneId zone) {
    return text(start, startZone, zone);
  }

  String endText(ZoneId zone) {
    return text(end, endZone, zone);
  }

  private String text(LocalDateTime local, String from, ZoneId to) {
    if (allDay) {
      return SEVEN_DIGITS.format(local);
    }
    return SEVEN_DIGITS.format(
        local.atZone(TimeZones.zone(from)).withZoneSameInstant(to).toLocalDateTime());
  }

  /** How Graph is told of it; see {@link #of}. */
  static ObjectNode json(LocalDateTime dateTime, String timeZone) {
    return Json.object().put("dateTime", dateTime.toString()).put("timeZone", timeZone);
  }

  static String utcText(Instant instant) {
    return SEVEN_DIGITS.format(LocalDateTime.ofInstant(instant, UTC));
  }

  static LocalDateTime localTime(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException _) {
      throw GraphErrors.cannotDeserialize(
              "dateTime must be a local time such as 2026-12-01T10:00:00, without an offset")
          .refused();
    }
  }

  private static LocalDateTime time(JsonNode dateTimeTimeZone) {
    return localTime(dateTimeTimeZone.path("dateTime").asString(""));
  }

  private static String zone(JsonNode dateTimeTimeZone) {
    String name = dateTimeTimeZone.path("timeZone").asString("");
    TimeZones.zone(name);
    if (name.equals("Africa/Casablanca")) {
      // Documented, and refused all the same.
      throw GraphErrors.propertyValidation("The time zone is not valid for an event.").refused();
    }
    // One copy of the name for all events.
    return name.intern();
  }
}
