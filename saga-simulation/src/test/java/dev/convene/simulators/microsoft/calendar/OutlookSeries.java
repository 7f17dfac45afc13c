package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the simulated Graph makes of a request to create an event. */
public final class OutlookSeries {

  private static final Duration TEN_YEARS = Duration.ofDays(3653);

  private OutlookSeries() {}

  /**
   * When the occurrences start, of ten years.
   *
   * @throws dev.convene.simulators.microsoft.odata.Refused where Graph would not take it
   */
  public static List<Instant> starts(String body) {
    JsonNode event = Json.MAPPER.readTree(body);
    Slot slot = Slot.of(event.path("start"), event.path("end"), false);
    JsonNode recurrence = event.path("recurrence");
    RecurrenceRules.check(recurrence, slot.start().toLocalDate());
    Instant from = slot.startAt();
    return Occurrences.between(slot, recurrence, from, from.plus(TEN_YEARS)).stream()
        .map(Slot::startAt)
        .toList();
  }
}
