package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of an event's JSON that its organizer decides, with Graph's defaults. Kept as text: the
 * members of the object without braces, ready to be sent.
 */
final class Content {
  /** What a request may set; Graph ignores the other known properties. */
  private static final Set<String> WRITABLE =
      Set.of(
          "subject",
          "body",
          "importance",
          "sensitivity",
          "isAllDay",
          "showAs",
          "isReminderOn",
          "reminderMinutesBeforeStart",
          "responseRequested",
          "allowNewTimeProposals",
          "hideAttendees",
          "categories",
          "location",
          "locations",
          "recurrence",
          "attendees",
          "isOnlineMeeting",
          "onlineMeetingProvider");

  private static final String NEVER = "0001-01-01T00:00:00Z";

  private static final ObjectNode DEFAULTS =
      (ObjectNode)
          Json.MAPPER.readTree(
              """
              {"hasAttachments":false,"subject":"","bodyPreview":"","importance":"normal",
               "sensitivity":"normal","isAllDay":false,"isDraft":false,"showAs":"busy",
               "reminderMinutesBeforeStart":15,"isReminderOn":true,"responseRequested":true,
               "allowNewTimeProposals":true,"hideAttendees":false,"categories":[],
               "type":"singleInstance","seriesMasterId":null,
               "isOnlineMeeting":false,"onlineMeetingProvider":"unknown","onlineMeetingUrl":null,
               "onlineMeeting":null,"body":{"contentType":"html","content":""},
               "location":{"displayName":"","locationType":"default","uniqueIdType":"unknown",
                           "address":{},"coordinates":{}},
               "locations":[],"recurrence":null,"attendees":[]}
              """);

  private Content() {}

  /** As it is kept. */
  static String text(ObjectNode content) {
    String json = Json.MAPPER.writeValueAsString(content);
    return json.substring(1, json.length() - 1);
  }

  static ObjectNode parse(String text) {
    return (ObjectNode) Json.MAPPER.readTree("{" + text + "}");
  }

  /**
   * What comes of a request.
   *
   * @param before the content so far; null for a new event
   * @param request as {@link EventSchema#checked} answers it
   */
  static ObjectNode merged(@Nullable ObjectNode before, ObjectNode request, boolean teams) {
    ObjectNode next = (before == null ? DEFAULTS : before).deepCopy();
    for (Map.Entry<String, JsonNode> property : request.properties()) {
      if (WRITABLE.contains(property.getKey())) {
        set(next, property.getKey(), property.getValue());
      }
    }
    provision(before, next, teams);
    JsonNode body = next.path("body");
    boolean html = body.path("contentType").asString("").equals("html");
    next.put("bodyPreview", HtmlBody.preview(body.path("content").asString(""), html));
    next.put("type", next.path("recurrence").isObject() ? "seriesMaster" : "singleInstance");
    return next;
  }

  private static void set(ObjectNode next, String name, JsonNode value) {
    if (value.isNull()) {
      next.set(name, DEFAULTS.path(name).deepCopy());
      if (name.startsWith("location")) {
        next.set("location", DEFAULTS.path("location").deepCopy());
        next.set("locations", Json.array());
      }
      return;
    }
    switch (name) {
      case "body" -> next.set("body", body(value));
      case "location" -> {
        next.set("location", location(value));
        next.set("locations", Json.array().add(location(value)));
      }
      case "locations" -> {
        ArrayNode all = Json.array();
        value.forEach(one -> all.add(location(one)));
        next.set("locations", all);
        next.set("location", location(value.isEmpty() ? Json.object() : value.path(0)));
      }
      case "attendees" -> next.set("attendees", attendees(value, next.path("attendees")));
      default -> next.set(name, value);
    }
  }

  private static ObjectNode body(JsonNode value) {
    String type = value.path("contentType").asString("text");
    String content = value.path("content").asString("");
    return Json.object()
        .put("contentType", type)
        .put("content", type.equals("html") ? HtmlBody.rewritten(content) : HtmlBody.crlf(content));
  }

  private static ObjectNode location(JsonNode value) {
    ObjectNode location = (ObjectNode) DEFAULTS.path("location").deepCopy();
    location.setAll((ObjectNode) value);
    if (!value.has("uniqueId") && !location.path("displayName").asString("").isEmpty()) {
      location.set("uniqueId", location.path("displayName"));
      location.put("uniqueIdType", "private");
    }
    return location;
  }

  private static ArrayNode attendees(JsonNode value, JsonNode before) {
    Map<String, JsonNode> answers = new HashMap<>();
    before.forEach(one -> answers.put(address(one), one.path("status")));
    ArrayNode all = Json.array();
    for (JsonNode one : value) {
      JsonNode mail = one.path("emailAddress");
      String address = mail.path("address").asString("");
      ObjectNode attendee = Json.object().put("type", one.path("type").asString("required"));
      JsonNode answer = answers.get(address(one));
      attendee.set("status", answer != null ? answer : status("none", NEVER));
      attendee
          .putObject("emailAddress")
          .put("name", mail.path("name").asString(address))
          .put("address", address);
      all.add(attendee);
    }
    return all;
  }

  static String address(JsonNode attendee) {
    return attendee.path("emailAddress").path("address").asString("").toLowerCase(Locale.ROOT);
  }

  static ObjectNode status(String response, String time) {
    return Json.object().put("response", response).put("time", time);
  }

  /** Makes the Teams meeting that was asked for; whatever is said later, it stays. */
  private static void provision(@Nullable ObjectNode before, ObjectNode next, boolean teams) {
    if (before != null && before.path("isOnlineMeeting").asBoolean(false)) {
      next.put("isOnlineMeeting", true);
      next.set("onlineMeetingProvider", before.path("onlineMeetingProvider"));
      return;
    }
    boolean wanted = next.path("isOnlineMeeting").asBoolean(false);
    if (!wanted || !teams) {
      next.put("isOnlineMeeting", false);
      next.put("onlineMeetingProvider", "unknown");
      return;
    }
    String url = "https://teams.example/l/meetup-join/" + Canonical.digest(next).substring(0, 20);
    next.put("onlineMeetingProvider", "teamsForBusiness");
    next.set("onlineMeeting", Json.object().put("joinUrl", url));
    String content = next.path("body").path("content").asString("");
    String blob = "<div>Microsoft Teams meeting: <a href=\"" + url + "\">Join</a></div>";
    next.set(
        "body",
        Json.object()
            .put("contentType", "html")
            .put("content", HtmlBody.rewritten(content.replace("</body>", blob + "</body>"))));
  }
}
