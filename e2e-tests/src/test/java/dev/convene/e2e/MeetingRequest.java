package dev.convene.e2e;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request for a meeting, as a client words it. */
final class MeetingRequest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ZONE = "Europe/Berlin";

  private final ObjectNode json;

  private MeetingRequest(ObjectNode json) {
    this.json = json;
  }

  /** Valid in every way, but without a host. */
  static MeetingRequest aMeetingRequest() {
    return new MeetingRequest(
            JSON.createObjectNode()
                .put("title", "Budget for next year")
                .put("agenda", "Where we stand, and what we need")
                .put("timeZone", ZONE))
        .tomorrowAt("10:00");
  }

  MeetingRequest hostedBy(String mailbox) {
    return with(request -> request.put("host", mailbox));
  }

  /** For an hour. */
  MeetingRequest tomorrowAt(String time) {
    LocalDateTime start = LocalDate.now(ZoneId.of(ZONE)).plusDays(1).atTime(LocalTime.parse(time));
    return with(request ->
        request
            .put("start", start.toString())
            .put("end", start.plus(Duration.ofHours(1)).toString()));
  }

  MeetingRequest repeating(String rule) {
    return with(request -> request.put("recurrence", rule));
  }

  MeetingRequest titled(String title) {
    return with(request -> request.put("title", title));
  }

  MeetingRequest inviting(String... mailboxes) {
    return with(request -> {
      ArrayNode attendees = request.putArray("attendees");
      for (String mailbox : List.of(mailboxes)) {
        attendees.addObject().put("email", mailbox).put("type", "required");
      }
    });
  }

  MeetingRequest with(Consumer<ObjectNode> change) {
    ObjectNode copy = json.deepCopy();
    change.accept(copy);
    return new MeetingRequest(copy);
  }

  String json() {
    return json.toString();
  }
}
