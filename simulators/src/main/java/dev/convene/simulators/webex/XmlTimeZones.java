package dev.convene.simulators.webex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The time zones of the XML API, by their numbers, as its schema lists their names. Which rules
 * Webex keeps behind a name it does not say; here they are those of the place in the name.
 */
final class XmlTimeZones {
  /** Where a zone has no number, times are told in this one: London. */
  static final int USUAL = 21;

  private static final List<Zone> ZONES = read();

  /**
   * One of them; its number is its place in the list.
   *
   * @param label as Webex writes it
   */
  record Zone(String label, ZoneId zone) {}

  private XmlTimeZones() {}

  private static List<Zone> read() {
    try (InputStream in = XmlTimeZones.class.getResourceAsStream("xml-time-zones.txt")) {
      if (in == null) {
        throw new IllegalStateException("xml-time-zones.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" *\\| *", -1))
          .map(parts -> new Zone(parts[1], ZoneId.of(parts[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The zone with this number; null when there is none. */
  static @Nullable Zone of(int number) {
    return number >= 0 && number < ZONES.size() ? ZONES.get(number) : null;
  }

  /** The number of an IANA zone. */
  static OptionalInt number(String zoneId) {
    ZoneId zone = ZoneId.of(zoneId);
    return IntStream.range(0, ZONES.size())
        .filter(i -> ZONES.get(i).zone().equals(zone))
        .findFirst();
  }
}
