package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a calendar shows for a time: single events, and each occurrence of a series. */
public final class CalendarView {
  private final Calendars calendars;
  private final EventView view;
  private final InstantSource clock;

  private record Shown(Slot slot, String json) {}

  public CalendarView(Calendars calendars, InstantSource clock) {
    this.calendars = calendars;
    this.view = new EventView(calendars);
    this.clock = clock;
  }

  /**
   * A time of a query: with an offset, or UTC without one.
   *
   * @throws dev.convene.simulators.microsoft.odata.Refused when it is missing or no time
   */
  public static Instant instant(@Nullable String text) {
    if (text == null) {
      throw GraphErrors.invalidRequest(
              "This request requires a time window specified by the query string parameters"
                  + " StartDateTime and EndDateTime.")
          .refused();
    }
    try {
      // A plus sign in a query means a blank, unless it was encoded.
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeParseException _) {
      return local(text).toInstant(ZoneOffset.UTC);
    }
  }

  /** A local time as Graph takes it. */
  public static LocalDateTime local(String text) {
    return Slot.localTime(text);
  }

  /** The events that touch the time, as JSON, in the order of their starts. */
  public List<String> between(Mailbox mailbox, Look look, Instant from, Instant to) {
    List<Shown> shown = new ArrayList<>();
    for (Event one : mailbox.all()) {
      if (one.listed()) {
        Event event = calendars.settled(one);
        JsonNode recurrence = Content.parse(event.content()).path("recurrence");
        for (Slot slot : Occurrences.between(event.slot(), recurrence, from, to)) {
          shown.add(new Shown(slot, json(event, slot, recurrence.isObject(), look)));
        }
      }
    }
    shown.sort(Comparator.comparing(one -> one.slot().startAt()));
    return shown.stream().map(Shown::json).toList();
  }

  private String json(Event event, Slot slot, boolean series, Look look) {
    String json = view.json(event.at(slot), look, clock.instant(), "");
    if (!series) {
      return json;
    }
    ObjectNode occurrence = (ObjectNode) Json.MAPPER.readTree(json);
    String id = event.id(look.immutable());
    occurrence.put("id", "OID." + id + "." + slot.start().toLocalDate());
    occurrence.put("type", "occurrence");
    occurrence.put("seriesMasterId", id);
    occurrence.putNull("recurrence");
    return Json.MAPPER.writeValueAsString(occurrence);
  }
}
