package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.calendar.Event.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** When somebody is busy. */
public final class Availability {
  private static final Map<String, Character> DIGITS =
      Map.of("free", '0', "tentative", '1', "busy", '2', "oof", '3', "workingElsewhere", '4');
  private static final String WORST_FIRST = "32140";

  private Availability() {}

  /**
   * A meeting in somebody's calendar.
   *
   * @param status in Graph's words: free, tentative, busy, oof, workingElsewhere
   */
  public record Busy(Slot slot, String status) {}

  /** What touches the time, in order of start. */
  public static List<Busy> between(Mailbox mailbox, Instant from, Instant to) {
    List<Busy> found = new ArrayList<>();
    for (Event event : mailbox.all()) {
      if (event.state() == State.LIVE) {
        ObjectNode content = Content.parse(event.content());
        String status =
            event.organized() || !event.awaited().isEmpty()
                ? content.path("showAs").asString("busy")
                : "tentative";
        boolean declined =
            event.awaited().stream()
                .anyMatch(one -> !event.organized() && one.response().equals("declined"));
        if (!declined) {
          Occurrences.between(event.slot(), content.path("recurrence"), from, to)
              .forEach(slot -> found.add(new Busy(slot, status)));
        }
      }
    }
    found.sort(Comparator.comparing(busy -> busy.slot().startAt()));
    return found;
  }

  /** One digit for each interval: 0 free, 1 tentative, 2 busy, 3 away, 4 working elsewhere. */
  public static String view(List<Busy> meetings, Instant from, Instant to, Duration interval) {
    long millis = interval.toMillis();
    int length = Math.toIntExact((Duration.between(from, to).toMillis() + millis - 1) / millis);
    char[] digits = new char[length];
    Arrays.fill(digits, '0');
    for (Busy busy : meetings) {
      char digit = DIGITS.getOrDefault(busy.status(), '2');
      for (int i = 0; i < length; i++) {
        Instant start = from.plusMillis(i * millis);
        if (busy.slot().overlaps(start, start.plusMillis(millis))
            && WORST_FIRST.indexOf(digit) < WORST_FIRST.indexOf(digits[i])) {
          digits[i] = digit;
        }
      }
    }
    return new String(digits);
  }

  /** A meeting as getSchedule lists it, in UTC. */
  public static ObjectNode json(Busy busy) {
    ObjectNode item = Json.object().put("status", busy.status());
    item.putObject("start")
        .put("dateTime", Slot.utcText(busy.slot().startAt()))
        .put("timeZone", "UTC");
    item.putObject("end").put("dateTime", Slot.utcText(busy.slot().endAt())).put("timeZone", "UTC");
    return item;
  }
}
