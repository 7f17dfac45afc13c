package dev.convene.webex.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * A time as the XML API has it: local, with the number of one of its time zones.
 *
 * @param zoneId Webex's number of the zone
 */
record WebexTime(LocalDateTime local, int zoneId) {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  /** The same moment as it is told to Webex, in the zone wanted or one that serves as well. */
  static WebexTime of(Instant time, ZoneId wanted) {
    TimeZones.Numbered zone = TimeZones.forMoment(time, wanted);
    return new WebexTime(time.atZone(zone.zone()).toLocalDateTime(), zone.number());
  }

  /**
   * The first moment of a series, in a zone whose clock goes like the one wanted.
   *
   * @throws java.util.NoSuchElementException where there is none
   */
  static WebexTime ofSeries(Instant start, ZoneId wanted) {
    TimeZones.Numbered zone = TimeZones.forSeries(start, wanted).orElseThrow();
    return new WebexTime(start.atZone(zone.zone()).toLocalDateTime(), zone.number());
  }

  /** Another moment, in the same zone as this. */
  WebexTime inSameZone(Instant time) {
    return new WebexTime(time.atZone(TimeZones.of(zoneId).orElseThrow()).toLocalDateTime(), zoneId);
  }

  String text() {
    return text(local);
  }

  /** A time as the API writes it. */
  static String text(LocalDateTime local) {
    return FORMAT.format(local);
  }

  /** As a meeting's schedule has it. */
  List<Element> start() {
    return List.of(Element.text("startDate", text()), Element.text("timeZoneID", zoneId));
  }

  /**
   * The start that an answer tells; empty where it does not, or in a zone whose clock we do not
   * know.
   */
  static Optional<Instant> startIn(Element schedule) {
    try {
      Optional<ZoneId> zone =
          schedule.text("timeZoneID").flatMap(number -> TimeZones.of(Integer.parseInt(number)));
      Optional<LocalDateTime> start =
          schedule.text("startDate").map(text -> LocalDateTime.parse(text, FORMAT));
      return zone.flatMap(in -> start.map(local -> local.atZone(in).toInstant()));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
