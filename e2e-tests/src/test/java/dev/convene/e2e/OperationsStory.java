package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Topics;
import dev.convene.local.DemoClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators see and do while something is wrong. */
@EndToEnd
class OperationsStory {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Convene convene;
  private final URI operations;
  private final URI faults;
  private final String host;

  OperationsStory(Convene convene) {
    this.convene = convene;
    this.operations = convene.stack().gateway().resolve("/api/v1/operations/");
    this.faults = convene.stack().webexSimulator().resolve("/_sim/faults");
    this.host = convene.newMailbox("host");
  }

  @AfterEach
  void webexIsUp() {
    send(HttpRequest.newBuilder(faults).DELETE());
  }

  private void webexIsDownForTheHost() {
    String fault =
        new Fault("status-before", "POST", "/v1/meetings", host).answering(503).json().toString();
    JsonNode answer = send(HttpRequest.newBuilder(faults).POST(BodyPublishers.ofString(fault)));
    assertThat(answer.isObject()).isTrue();
  }

  private String parkedMeeting() {
    String id =
        convene
            .gateway()
            .schedule(aMeetingRequest().hostedBy(host).inviting(convene.newMailbox("ann")));
    await("that it is parked").atMost(A_WHILE).until(() -> parked(id).size() == 1);
    return id;
  }

  private boolean isPaused(String id) {
    return parked(id).stream()
        .anyMatch(entry -> entry.at("/reason/code").stringValue().equals("operations.paused"));
  }

  private List<JsonNode> parked(String id) {
    return get("parked?provider=webex&host=" + host)
        .path("parked")
        .valueStream()
        .filter(entry -> entry.path("meetingId").stringValue().equals(id))
        .toList();
  }

  @Test
  void whatWaitsForWebexIsSeenAndTriedAgainWhenWebexIsBack() {
    webexIsDownForTheHost();
    String id = parkedMeeting();
    JsonNode entry = parked(id).getFirst();
    assertThat(entry.at("/reason/code").stringValue()).startsWith("webex.");
    assertThat(Instant.parse(entry.path("nextAttemptAt").stringValue())).isNotNull();
    assertThat(get("summary").path("parked").longValue()).isPositive();

    webexIsUp();
    post("parked/" + id + "/retry", Map.of("reason", "Webex is back."));

    convene.gateway().ended(id, "SCHEDULED", A_WHILE);
    assertThat(live(id)).hasSize(1);
    assertThat(convene.outlook().events(id)).hasSize(1);
    assertThat(parked(id)).isEmpty();
  }

  @Test
  void whatIsAbandonedFailsAndLeavesNothing() {
    webexIsDownForTheHost();
    String id = parkedMeeting();

    post("parked/" + id + "/abandon", Map.of("reason", "The host plans anew."));

    webexIsUp(); // what may have been made is looked for, which takes a Webex that answers
    JsonNode meeting = convene.gateway().ended(id, "FAILED", A_WHILE);
    assertThat(meeting.at("/reason/code").stringValue()).isEqualTo("operations.abandoned");
    assertThat(meeting.at("/reason/message").stringValue()).contains("The host plans anew.");
    assertThat(live(id)).isEmpty();
    assertThat(convene.outlook().events(id)).isEmpty();
    assertThat(get("actions?kind=ABANDON").path("actions").toString()).contains(id);
  }

  @Test
  void aPausedMailboxWaitsUntilItIsResumed() {
    webexIsDownForTheHost();
    String id = parkedMeeting();
    post("pause", Map.of("mailbox", host, "reason", "The mailbox is being moved."));
    await("that it waits for us").atMost(A_WHILE).until(() -> isPaused(id));
    webexIsUp();
    assertThat(get("pauses").toString()).contains(host);

    post("resume", Map.of("mailbox", host));

    convene.gateway().ended(id, "SCHEDULED", A_WHILE);
    assertThat(live(id)).hasSize(1);
  }

  @Test
  void aDeadLetterThatIsSentAgainIsHandledAndDoesNothingTwice() {
    String id =
        convene
            .gateway()
            .schedule(aMeetingRequest().hostedBy(host).inviting(convene.newMailbox("ann")));
    convene.gateway().ended(id, "SCHEDULED");
    String topic = Topics.deadLetter(Topics.SCHEDULING_COMMANDS, "webex-service");
    convene.kafka().sendAgain(setAside(id, topic));
    JsonNode letter =
        await("the dead letter")
            .atMost(A_WHILE)
            .until(() -> letters(id), letters -> !letters.isEmpty())
            .getFirst();
    String path = "dead-letters/" + letter.path("id").stringValue();
    assertThat(get(path).toString()).contains("/details/attendees").doesNotContain("ann-");

    post(path + "/replay", Map.of("reason", "The reader is mended."));

    await("that it is handled").atMost(A_WHILE).until(() -> madeMarked(id));
    assertThat(live(id)).hasSize(1);
    assertThat(convene.outlook().events(id)).hasSize(1);
    assertThat(letters(id).getFirst().at("/replays/0/sentAt").stringValue()).isNotBlank();
    assertThat(convene.gateway().meeting(id).path("status").stringValue()).isEqualTo("SCHEDULED");
  }

  /** The meeting's command, as if webex-service had not been able to read it. */
  private ConsumerRecord<byte[], byte[]> setAside(String id, String topic) {
    ConsumerRecord<byte[], byte[]> command =
        convene
            .kafka()
            .about(id, Topics.SCHEDULING_COMMANDS, "meeting.schedule.v1")
            .findFirst()
            .orElseThrow();
    ConsumerRecord<byte[], byte[]> letter =
        new ConsumerRecord<>(topic, 0, 0, command.key(), command.value());
    command.headers().forEach(letter.headers()::add);
    letter.headers().add("dead-letter-problem", "body".getBytes(UTF_8));
    letter.headers().add("dead-letter-reason", "does not fit".getBytes(UTF_8));
    return letter;
  }

  private List<JsonNode> letters(String id) {
    return get("dead-letters?consumer=webex-service&limit=200")
        .path("deadLetters")
        .valueStream()
        .filter(letter -> id.equals(letter.path("subject").asString("")))
        .toList();
  }

  private boolean madeMarked(String id) {
    return convene
        .kafka()
        .about(id, Topics.WEBEX_EVENTS, "meeting.created.v1")
        .anyMatch(record -> "true".equals(Kafka.header(record, "ce_resent")));
  }

  private List<JsonNode> live(String id) {
    return convene.webex().meetings(id).stream()
        .filter(meeting -> !meeting.path("deleted").booleanValue())
        .toList();
  }

  private HttpRequest.Builder order(String path) {
    return HttpRequest.newBuilder(operations.resolve(path))
        .header("Authorization", convene.stack().tokens().bearer(DemoClient.OPERATIONS));
  }

  private JsonNode get(String path) {
    return send(order(path));
  }

  private JsonNode post(String path, Map<String, ?> body) {
    return send(
        order(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
