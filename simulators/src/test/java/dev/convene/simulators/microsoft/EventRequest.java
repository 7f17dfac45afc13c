package dev.convene.simulators.microsoft;

import java.time.LocalDateTime;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An event as calendar-service asks for it. */
record EventRequest(ObjectNode json) {
  static final String PROPERTY = "String {0c7f4b5e-2d43-4a0b-9a55-6d2a8f1e7c11} Name meetingRef";

  static EventRequest anEvent() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("@odata.type", "#microsoft.graph.event");
    json.put("subject", "Contract check");
    json.putObject("body").put("contentType", "HTML").put("content", "<p>Join\nhere</p>");
    EventRequest request = new EventRequest(json);
    return request
        .at("2027-03-01T10:00:00", "2027-03-01T11:00:00", "W. Europe Standard Time")
        .tagged("ref-" + UUID.randomUUID())
        .with("transactionId", UUID.randomUUID().toString());
  }

  EventRequest with(String property, String value) {
    json.put(property, value);
    return this;
  }

  EventRequest with(String property, boolean value) {
    json.put(property, value);
    return this;
  }

  EventRequest withJson(String property, String value) {
    JsonNode parsed = JsonMapper.shared().readTree(value);
    json.set(property, parsed);
    return this;
  }

  EventRequest without(String property) {
    json.remove(property);
    return this;
  }

  EventRequest at(String start, String end, String zone) {
    json.putObject("start").put("dateTime", start).put("timeZone", zone);
    json.putObject("end").put("dateTime", end).put("timeZone", zone);
    return this;
  }

  EventRequest at(LocalDateTime start, LocalDateTime end, String zone) {
    return at(start.toString(), end.toString(), zone);
  }

  EventRequest tagged(String ref) {
    json.putArray("singleValueExtendedProperties")
        .addObject()
        .put("id", PROPERTY)
        .put("value", ref);
    return this;
  }

  EventRequest inviting(String... addresses) {
    ArrayNode attendees = json.putArray("attendees");
    for (String address : addresses) {
      attendees
          .addObject()
          .put("@odata.type", "#microsoft.graph.attendee")
          .put("type", address.startsWith("room.") ? "resource" : "required")
          .putObject("emailAddress")
          .put("address", address);
    }
    return this;
  }

  String ref() {
    return json.path("singleValueExtendedProperties").path(0).path("value").stringValue();
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
