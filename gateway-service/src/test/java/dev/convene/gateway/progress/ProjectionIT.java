package dev.convene.gateway.progress;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Step;
import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProjectionIT {

  private final Api api = new Api(Servers.gateway());
  private final Topic webex = new Topic(Servers.broker(), Topics.WEBEX_EVENTS);
  private final Topic calendar = new Topic(Servers.broker(), Topics.CALENDAR_EVENTS);
  private final Topic deadLetters =
      new Topic(Servers.broker(), Topics.deadLetter(Topics.WEBEX_EVENTS, "gateway-service"));

  @Test
  void eventsOfBothSidesInTheWrongOrderAndTwiceComeToTheRightEnd() {
    UUID id = api.schedule(aMeeting());
    Events events = new Events(id);

    webex.write("w", events.withdrawn(3));
    calendar.write("f", events.failed(2));
    webex.write("w", events.withdrawn(3));
    webex.write("c", events.created(1));
    calendar.write("f", events.failed(2));

    await().untilAsserted(() -> assertThat(api.show(id).get("timeline")).hasSize(4));
    JsonNode shown = api.show(id);
    assertThat(shown.get("status").stringValue()).isEqualTo("FAILED");
    assertThat(shown.at("/reason/code").stringValue()).isEqualTo("graph.refused");
    assertThat(shown.get("timeline").findValuesAsString("outcome"))
        .containsExactly("accepted", "created", "failed", "withdrawn");
    assertThat(shown.has("join")).isFalse();
    assertThat(Servers.database().ask("select sweep_at from meeting where id = '" + id + "'"))
        .isNull();
  }

  @Test
  void aParkedStepIsShownWithItsReasonAndItsNextAttempt() {
    UUID id = api.schedule(aMeeting());
    webex.write("d", new Events(id).delayed(Step.CREATE_MEETING, 1));

    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("DELAYED"));
    assertThat(api.show(id).at("/delay/nextAttemptAt").stringValue())
        .isEqualTo("2027-01-01T09:10:01Z");
    assertThat(api.show(id).at("/delay/step").stringValue()).isEqualTo("create-meeting");
    assertThat(api.show(id).at("/delay/reason/code").stringValue()).isEqualTo("webex.unavailable");
  }

  @Test
  void passwordsAreShownAndNeverStored() {
    UUID id = api.schedule(aMeeting());
    webex.write("c", new Events(id).created(1));

    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("IN_PROGRESS"));
    assertThat(api.show(id).at("/join/password").stringValue()).isEqualTo("secret-word");
    assertThat(api.show(id).at("/join/phonePassword").stringValue()).isEqualTo("24680");
    assertThat(Servers.database().ask("select m::text from meeting m where id = '" + id + "'"))
        .contains("2551234567")
        .doesNotContain("secret-word");
  }

  @Test
  void whatCannotBeReadIsPutAsideWithTheReasonAndTheNextIsHandled() {
    UUID id = api.schedule(aMeeting());
    String subject = UUID.randomUUID().toString();
    Map<String, String> headers =
        new HashMap<>(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "1",
                "ce_source", "/a-test",
                "ce_subject", subject,
                "ce_time", "2027-01-01T09:00:00Z",
                "x-kept", "as it was"));
    write(headers, "meeting.created.v1", "not json");
    write(headers, "meeting.created.v99", "{}");
    write(headers, "meeting.praised.v1", "{}");
    write(headers, "meeting.schedule.v1", "{}");
    headers.remove("ce_time");
    write(headers, "meeting.created.v1", "{}");
    webex.write("r", new Events(id).refused(1));

    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("FAILED"));
    await().untilAsserted(() -> assertThat(deadLetters.about(subject)).hasSize(5));
    List<ConsumerRecord<byte[], byte[]>> letters = deadLetters.about(subject);
    assertThat(letters)
        .extracting(letter -> Topic.header(letter, "dead-letter-problem"))
        .containsExactlyInAnyOrder(
            "body", "unknown-version", "unknown-type", "unknown-type", "envelope");
    assertThat(letters)
        .allSatisfy(letter -> {
          assertThat(Topic.header(letter, "dead-letter-reason")).isNotBlank();
          assertThat(Topic.header(letter, "dead-letter-topic")).isEqualTo("webex.events");
          assertThat(Topic.header(letter, "dead-letter-offset")).matches("\\d+");
          assertThat(Topic.header(letter, "dead-letter-partition")).matches("\\d+");
          assertThat(Topic.header(letter, "dead-letter-time")).isNotBlank();
          assertThat(Topic.header(letter, "x-kept")).isEqualTo("as it was");
          assertThat(letter.key()).isEqualTo("ada@example.com".getBytes(UTF_8));
        });
    assertThat(letters)
        .extracting(letter -> new String(letter.value(), UTF_8))
        .contains("not json");
  }

  private void write(Map<String, String> headers, String type, String body) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("ce_type", type);
    webex.writeRaw("ada@example.com", all, body.getBytes(UTF_8));
  }

  @Test
  void anEventAboutNoneOfOurMeetingsIsPutAside() {
    UUID nobodys = UUID.randomUUID();
    webex.write("c", new Events(nobodys).created(1));

    await().untilAsserted(() -> assertThat(deadLetters.about(nobodys)).hasSize(1));
    assertThat(Topic.header(deadLetters.about(nobodys).getFirst(), "dead-letter-problem"))
        .isEqualTo("unknown-meeting");
  }
}
