package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service cannot read goes to its dead-letter topic, and the next message is handled. */
@EndToEnd
class BadMessageStory {

  private final Convene convene;
  private final String host;

  BadMessageStory(Convene convene) {
    this.convene = convene;
    this.host = convene.newMailbox("host");
  }

  @ParameterizedTest(name = "{0} is no {1}: {3}")
  @CsvSource({
    "not JSON,   meeting.created.v1,  2026-01-01T00:00:00Z, body",
    "'{}',       meeting.created.v1,  2026-01-01T00:00:00Z, body",
    "'{}',       meeting.painted.v1,  2026-01-01T00:00:00Z, unknown-type",
    "'{}',       meeting.created.v99, 2026-01-01T00:00:00Z, unknown-version",
    "'{}',       meeting.created.v1,  yesterday,            envelope"
  })
  void itIsADeadLetterForEveryReader(String body, String type, String time, String problem) {
    Map<String, String> attributes = Map.of("ce_type", type, "ce_time", time, "ce_id", host);

    convene.kafka().send(Topics.SCHEDULING_COMMANDS, host, body, attributes);
    convene.kafka().send(Topics.WEBEX_EVENTS, host, body, attributes);
    convene.kafka().send(Topics.CALENDAR_EVENTS, host, body, attributes);

    isDeadLetter(Topics.SCHEDULING_COMMANDS, "webex-service", body, problem);
    isDeadLetter(Topics.WEBEX_EVENTS, "calendar-service", body, problem);
    isDeadLetter(Topics.WEBEX_EVENTS, "gateway-service", body, problem);
    isDeadLetter(Topics.CALENDAR_EVENTS, "webex-service", body, problem);
    isDeadLetter(Topics.CALENDAR_EVENTS, "gateway-service", body, problem);
    String id =
        convene
            .gateway()
            .schedule(aMeetingRequest().hostedBy(host).inviting(convene.newMailbox("ann")));
    convene.gateway().ended(id, "SCHEDULED");
  }

  private void isDeadLetter(String topic, String reader, String body, String problem) {
    ConsumerRecord<byte[], byte[]> letter =
        await("the dead letter of " + reader)
            .atMost(Duration.ofSeconds(20))
            .until(() -> letter(Topics.deadLetter(topic, reader)), Optional::isPresent)
            .orElseThrow();
    assertThat(letter.value()).asString().isEqualTo(body);
    assertThat(letter.key()).asString().isEqualTo(host);
    assertThat(Kafka.header(letter, "dead-letter-problem")).isEqualTo(problem);
    assertThat(Kafka.header(letter, "dead-letter-topic")).isEqualTo(topic);
    assertThat(Kafka.header(letter, "dead-letter-reason")).isNotBlank();
  }

  private Optional<ConsumerRecord<byte[], byte[]>> letter(String topic) {
    return convene.kafka().read(topic).stream()
        .filter(record -> host.equals(Kafka.header(record, "ce_id")))
        .findFirst();
  }
}
