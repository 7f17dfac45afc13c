package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Writes events as Graph answers them. */
public final class EventView {
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private final Calendars calendars;

  public EventView(Calendars calendars) {
    this.calendars = calendars;
  }

  /**
   * An event as JSON.
   *
   * @param context the value of {@code @odata.context}; empty inside a list
   */
  public String json(Event event, Look look, Instant now, String context) {
    StringBuilder json = new StringBuilder(event.content().length() + 1600);
    json.append('{');
    head(json, event, look, context);
    times(json, event, look);
    people(json, event, now);
    properties(json, event, look);
    json.append(event.content()).append('}');
    return look.select().isEmpty() ? json.toString() : selected(json.toString(), look.select());
  }

  private void head(StringBuilder json, Event event, Look look, String context) {
    String id = event.id(look.immutable());
    String changeKey = calendars.changeKey(event);
    if (!context.isEmpty()) {
      text(json, "@odata.context", context);
    }
    text(json, "@odata.etag", "W/\"" + changeKey + "\"");
    text(json, "id", id);
    text(json, "changeKey", changeKey);
    text(json, "iCalUId", event.uid().toString());
    text(json, "createdDateTime", stamp(event.created()));
    text(json, "lastModifiedDateTime", stamp(event.modified()));
    text(
        json,
        "webLink",
        "https://outlook.office365.com/owa/?itemid="
            + URLEncoder.encode(id, StandardCharsets.UTF_8)
            + "&exvsurl=1&path=/calendar/item");
    String transactionId = event.transactionId();
    if (transactionId == null) {
      json.append("\"transactionId\":null,");
    } else {
      text(json, "transactionId", transactionId);
    }
  }

  private static void times(StringBuilder json, Event event, Look look) {
    Slot slot = event.slot();
    text(json, "originalStartTimeZone", slot.startZone());
    text(json, "originalEndTimeZone", slot.endZone());
    time(json, "start", slot.startText(look.zone()), look.zoneName());
    time(json, "end", slot.endText(look.zone()), look.zoneName());
  }

  private static void time(StringBuilder json, String name, String dateTime, String zone) {
    json.append('"').append(name).append("\":{");
    text(json, "dateTime", dateTime);
    text(json, "timeZone", zone);
    close(json);
  }

  private static void people(StringBuilder json, Event event, Instant now) {
    json.append("\"isOrganizer\":").append(event.organized());
    json.append(",\"isCancelled\":").append(event.state() != Event.State.LIVE);
    json.append(",\"organizer\":{\"emailAddress\":{");
    text(json, "name", event.organizer().owner().name());
    text(json, "address", event.organizer().address());
    close(json);
    json.setCharAt(json.length() - 1, '}');
    json.append(",\"responseStatus\":{");
    Answer answer = ownAnswer(event, now);
    text(json, "response", answer.response());
    text(json, "time", answer.at().equals(Instant.MIN) ? NEVER : stamp(answer.at()));
    close(json);
  }

  private static Answer ownAnswer(Event event, Instant now) {
    String address = event.mailbox().address();
    if (event.organized()) {
      return new Answer(address, "organizer", Instant.MIN);
    }
    return event.awaited().stream()
        .filter(answer -> !answer.at().isAfter(now))
        .findFirst()
        .orElse(new Answer(address, "notResponded", Instant.MIN));
  }

  private static void properties(StringBuilder json, Event event, Look look) {
    for (ExtendedProperty property : event.properties()) {
      if (property.id().equals(look.expanded())) {
        json.append("\"singleValueExtendedProperties\":[{");
        text(json, "id", property.id());
        text(json, "value", property.value());
        close(json);
        json.setCharAt(json.length() - 1, ']');
        json.append(',');
      }
    }
  }

  private static String selected(String json, Set<String> select) {
    ObjectNode all = (ObjectNode) Json.MAPPER.readTree(json);
    Set<String> kept = new HashSet<>(select);
    kept.add("id");
    kept.add("singleValueExtendedProperties");
    Set<String> drop = new HashSet<>(all.propertyNames());
    drop.removeIf(name -> kept.contains(name) || name.startsWith("@odata."));
    all.remove(drop);
    return Json.MAPPER.writeValueAsString(all);
  }

  private static String stamp(Instant instant) {
    return Slot.utcText(instant.truncatedTo(ChronoUnit.MICROS)) + "Z";
  }

  /** Adds a member and a comma. */
  private static void text(StringBuilder json, String name, String value) {
    json.append('"').append(name).append("\":");
    quote(json, value);
    json.append(',');
  }

  private static void quote(StringBuilder json, String value) {
    if (value.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"' && c != '\\')) {
      json.append('"').append(value).append('"');
    } else {
      json.append(Json.MAPPER.writeValueAsString(value));
    }
  }

  /** Ends an object in place of the comma that its last member left, and adds another. */
  private static void close(StringBuilder json) {
    json.setCharAt(json.length() - 1, '}');
    json.append(',');
  }
}
