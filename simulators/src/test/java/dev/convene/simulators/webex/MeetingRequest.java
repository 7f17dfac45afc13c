package dev.convene.simulators.webex;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a create, in the words of the tests. */
final class MeetingRequest {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final ObjectNode body = JsonMapper.shared().createObjectNode();

  private MeetingRequest() {}

  /** Tomorrow at ten for half an hour, tagged, without any mail. */
  static MeetingRequest aMeeting() {
    return new MeetingRequest()
        .with("title", "Contract check")
        .inDays(1, 30)
        .tagged("check-" + UUID.randomUUID())
        .with("sendEmail", false);
  }

  MeetingRequest inDays(int days, int minutes) {
    LocalDateTime start = tomorrowAtTen().plusDays(days - 1L);
    return between(start.toString(), start.plusMinutes(minutes).toString())
        .with("timezone", ZONE.getId());
  }

  static LocalDateTime tomorrowAtTen() {
    return ZonedDateTime.now(ZONE)
        .truncatedTo(ChronoUnit.DAYS)
        .plusDays(1)
        .withHour(10)
        .toLocalDateTime();
  }

  MeetingRequest between(String start, String end) {
    return with("start", start).with("end", end);
  }

  MeetingRequest startingIn(Duration fromNow, Duration length) {
    Instant start = Instant.now().plus(fromNow);
    return between(start.toString(), start.plus(length).toString()).with("timezone", "UTC");
  }

  MeetingRequest tagged(String... tags) {
    List.of(tags).forEach(body.putArray("integrationTags")::add);
    return this;
  }

  MeetingRequest with(String name, Object value) {
    body.set(name, JsonMapper.shared().valueToTree(value));
    return this;
  }

  MeetingRequest without(String name) {
    body.remove(name);
    return this;
  }

  String tag() {
    return body.path("integrationTags").path(0).stringValue();
  }

  ObjectNode json() {
    return body;
  }

  @Override
  public String toString() {
    return body.toString();
  }
}
