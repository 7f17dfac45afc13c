package dev.convene.webex.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The time zones of the XML API. It knows 62 by number and name, and says of none which rules it
 * keeps. Only those are used whose name tells; a moment can be told in any of them.
 */
final class TimeZones {

  /** How far ahead two clocks must agree to pass for the same. */
  private static final Duration AHEAD = Duration.ofDays(5 * 366);

  /** In the order of their numbers. */
  private static final List<Numbered> KNOWN = read();

  /**
   * One of Webex's zones.
   *
   * @param number Webex's
   * @param label as Webex's schema has it
   */
  record Numbered(int number, String label, ZoneId zone) {

    private boolean isUnambiguous(Instant time) {
      ZoneRules rules = zone.getRules();
      return rules.getValidOffsets(time.atZone(zone).toLocalDateTime()).size() == 1;
    }

    private int secondsApart(Instant time, ZoneId wanted) {
      return Math.abs(
          zone.getRules().getOffset(time).getTotalSeconds()
              - wanted.getRules().getOffset(time).getTotalSeconds());
    }
  }

  private TimeZones() {}

  private static List<Numbered> read() {
    try (InputStream in = TimeZones.class.getResourceAsStream("time-zones.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" *\\| *", -1))
          .filter(parts -> parts.length == 3 && !parts[2].isEmpty())
          .map(parts -> new Numbered(Integer.parseInt(parts[0]), parts[1], ZoneId.of(parts[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Numbered> known() {
    return KNOWN;
  }

  /** The zone with this number, where we know which it is. */
  static Optional<ZoneId> of(int number) {
    return KNOWN.stream().filter(known -> known.number() == number).map(Numbered::zone).findFirst();
  }

  /**
   * The zone to tell this moment in: the one wanted, one whose clock goes the same for years, or
   * the nearest. Never one that shows the hour twice, since Webex could not know which is meant.
   */
  static Numbered forMoment(Instant time, ZoneId wanted) {
    return KNOWN.stream()
        .filter(known -> known.isUnambiguous(time))
        .min(
            Comparator.<Numbered>comparingInt(known -> known.zone().equals(wanted) ? 0 : 1)
                .thenComparingInt(known -> sameClock(time, known.zone(), wanted) ? 0 : 1)
                .thenComparingInt(known -> known.secondsApart(time, wanted))
                .thenComparingInt(Numbered::number))
        .orElseThrow();
  }

  /** The zone for a series from then on; empty where none has a clock that goes the same. */
  static Optional<Numbered> forSeries(Instant start, ZoneId wanted) {
    return Optional.of(forMoment(start, wanted))
        .filter(zone -> zone.zone().equals(wanted) || sameClock(start, zone.zone(), wanted));
  }

  private static boolean sameClock(Instant from, ZoneId one, ZoneId other) {
    ZoneRules here = one.getRules();
    ZoneRules there = other.getRules();
    Instant time = from;
    while (here.getOffset(time).equals(there.getOffset(time))) {
      ZoneOffsetTransition next = here.nextTransition(time);
      ZoneOffsetTransition otherNext = there.nextTransition(time);
      if (next == null || otherNext == null) {
        return next == null && otherNext == null;
      }
      if (!next.getInstant().equals(otherNext.getInstant())) {
        return false;
      }
      if (next.getInstant().isAfter(from.plus(AHEAD))) {
        return true;
      }
      time = next.getInstant();
    }
    return false;
  }
}
