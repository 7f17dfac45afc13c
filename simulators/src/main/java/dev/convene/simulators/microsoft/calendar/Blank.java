package dev.convene.simulators.microsoft.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ObjectNode;

/** What Graph makes of a create that says no time: half an hour, from the next half hour on. */
final class Blank {
  private static final long HALF_HOUR = Duration.ofMinutes(30).toSeconds();

  private Blank() {}

  static ObjectNode at(Instant now, ObjectNode body) {
    long next = Math.floorDiv(now.getEpochSecond(), HALF_HOUR) * HALF_HOUR + HALF_HOUR;
    LocalDateTime start = LocalDateTime.ofEpochSecond(next, 0, ZoneOffset.UTC);
    ObjectNode filled = body.deepCopy();
    filled.set("start", Slot.json(start, "UTC"));
    filled.set("end", Slot.json(start.plusMinutes(30), "UTC"));
    return filled;
  }
}
