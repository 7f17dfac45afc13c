package dev.convene.gateway.deadletters;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.uuid.Generators;
import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeadLettersIT {

  private static final String PATH = "/api/v1/operations/dead-letters";
  private static final String DEAD = Topics.deadLetter(Topics.SCHEDULING_COMMANDS, "webex-service");

  private final Api api = new Api(Servers.gateway());
  private final Topic webex = new Topic(Servers.broker(), Topics.WEBEX_EVENTS);
  private final Topic commands = new Topic(Servers.broker(), Topics.SCHEDULING_COMMANDS);
  private final Topic dead = new Topic(Servers.broker(), DEAD);

  private static Map<String, String> headers(String subject, String problem) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", "id-of-" + subject);
    headers.put("ce_type", "meeting.schedule.v1");
    headers.put("ce_source", "/a-test");
    headers.put("ce_subject", subject);
    headers.put("ce_time", "2027-01-01T09:00:00Z");
    headers.put("x-kept", "as it was");
    headers.put("dead-letter-reason", "does not fit: host is missing");
    headers.put("dead-letter-problem", problem);
    headers.put("dead-letter-topic", Topics.SCHEDULING_COMMANDS);
    return headers;
  }

  private JsonNode get(String query) {
    HttpResponse<String> answer = api.get(PATH + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer);
  }

  private JsonNode letterAbout(Object subject) {
    return get("?consumer=webex-service&limit=200")
        .get("deadLetters")
        .valueStream()
        .filter(letter -> letter.path("subject").asString("").equals(subject.toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theNewestIsFirstAndPagesHaveNeitherGapsNorRepetitions() {
    String problem = "paged-" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      String subject = UUID.randomUUID().toString();
      dead.writeRaw("host" + i + "@example.com", headers(subject, problem), "{}".getBytes(UTF_8));
      dead.writeRaw("host@example.com", headers("other", "other"), "{}".getBytes(UTF_8));
      written.addFirst(subject);
    }

    List<String> seen = new ArrayList<>();
    JsonNode page = get("?limit=3&problem=" + problem);
    seen.addAll(page.get("deadLetters").findValuesAsString("subject"));
    dead.writeRaw("late@example.com", headers("late", problem), "{}".getBytes(UTF_8));
    while (page.has("next")) {
      page = get("?limit=3&problem=" + problem + "&cursor=" + page.get("next").stringValue());
      seen.addAll(page.get("deadLetters").findValuesAsString("subject"));
    }

    assertThat(seen).isEqualTo(written);
    assertThat(get("?topic=webex.events&problem=" + problem).get("deadLetters")).isEmpty();
    assertThat(get("?consumer=gateway-service&problem=" + problem).get("deadLetters")).isEmpty();
  }

  @Test
  void oneIsShownWithItsHeadersAndWithoutWhatIsPrivate() {
    UUID subject = UUID.randomUUID();
    Map<String, Object> body =
        Map.of(
            "meetingId", subject.toString(),
            "details",
                Map.of(
                    "title", "Merger with Initech",
                    "host", "ada@example.com",
                    "attendees", List.of(Map.of("email", "grace@example.com"))),
            "join", Map.of("sealedPassword", "AWabc", "webLink", "https://x.webex.com/j"),
            "reason", Map.of("code", "webex.no-licence"),
            "invented", "by a later version");
    dead.writeRaw(
        "ada@example.com",
        headers(subject.toString(), "body"),
        JsonDefaults.mapper().writeValueAsBytes(body));

    JsonNode letter = get("/" + letterAbout(subject).get("id").stringValue());

    assertThat(letter.get("key").stringValue()).isEqualTo("ada@example.com");
    assertThat(letter.at("/headers/ce_id").stringValue()).isEqualTo("id-of-" + subject);
    assertThat(letter.get("otherHeaders").toString()).contains("x-kept");
    assertThat(letter.at("/payload/json/details/host").stringValue()).isEqualTo("ada@example.com");
    assertThat(letter.at("/payload/json/reason/code").stringValue()).isEqualTo("webex.no-licence");
    assertThat(letter.at("/payload/redacted").toString())
        .contains("/details/title", "/details/attendees", "/join", "/invented");
    assertThat(letter.toString())
        .doesNotContain("Initech")
        .doesNotContain("grace@example.com")
        .doesNotContain("AWabc")
        .doesNotContain("later version");
  }

  @Test
  void whatIsNotJsonIsNotShownAtAll() {
    UUID subject = UUID.randomUUID();
    dead.writeRaw("a@b.example", headers(subject.toString(), "body"), "secret".getBytes(UTF_8));
    JsonNode letter = get("/" + letterAbout(subject).get("id").stringValue());
    assertThat(letter.at("/payload/bytes").intValue()).isEqualTo(6);
    assertThat(letter.toString()).doesNotContain("secret");
  }

  @Test
  void oneThatIsSentAgainIsTheSameButMarkedAndTheListShowsIt() {
    UUID subject = UUID.randomUUID();
    byte[] value = "as it was".getBytes(UTF_8);
    dead.writeRaw("ada@example.com", headers(subject.toString(), "body"), value);
    String id = letterAbout(subject).get("id").stringValue();

    HttpResponse<String> answer =
        api.post(PATH + "/" + id + "/replay", Map.of("reason", "Mended in 1.4."));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    ConsumerRecord<byte[], byte[]> copy = commands.about(subject).getFirst();
    assertThat(copy.key()).isEqualTo("ada@example.com".getBytes(UTF_8));
    assertThat(copy.value()).isEqualTo(value);
    assertThat(Topic.header(copy, "ce_id")).isEqualTo("id-of-" + subject);
    assertThat(Topic.header(copy, "ce_resent")).isEqualTo("true");
    assertThat(Topic.header(copy, "x-kept")).isEqualTo("as it was");
    assertThat(Topic.headers(copy)).noneMatch(name -> name.startsWith("dead-letter"));
    JsonNode replay = letterAbout(subject).at("/replays/0");
    assertThat(replay.get("by").stringValue()).isEqualTo("tests");
    assertThat(replay.get("sentAt").stringValue()).isNotBlank();
    JsonNode actions = Api.json(api.get("/api/v1/operations/actions?kind=REPLAY"));
    assertThat(actions.at("/actions/0/targets").toString()).contains(id);
    assertThat(actions.toString()).contains("Mended in 1.4.");
  }

  @Test
  void anEventThatCameBeforeItsMeetingIsHandledWhenItIsSentAgain() {
    // In order of acceptance, as all ids are: one of a later time would pass for the newest.
    UUID stranger = Generators.timeBasedEpochGenerator().generate();
    webex.write("early", new Events(stranger).refused(1));
    await()
        .untilAsserted(() ->
            assertThat(get("?consumer=gateway-service&problem=unknown-meeting").toString())
                .contains(stranger.toString()));
    Servers.database()
        .run(
            "insert into meeting select '"
                + stranger
                + "', owner, null, request_hash, requested_by, host, start_at, end_at, request,"
                + " 'ACCEPTED', '{\"last\":0,\"facts\":[]}', 0, accepted_at, updated_at, null, 0"
                + " from meeting where id = '"
                + api.schedule(aMeeting())
                + "'");
    String id =
        get("?consumer=gateway-service&problem=unknown-meeting")
            .get("deadLetters")
            .valueStream()
            .filter(letter -> letter.path("subject").asString("").equals(stranger.toString()))
            .findFirst()
            .orElseThrow()
            .get("id")
            .stringValue();

    HttpResponse<String> answer =
        api.post(
            PATH + "/replay",
            Map.of("ids", List.of(id, "nonsense", DEAD + ":0:999999"), "reason", "It is here."));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Api.json(answer).get("notFound").toString()).contains("nonsense", ":0:999999");
    await().untilAsserted(() -> assertThat(api.status(stranger)).isEqualTo("FAILED"));
  }

  @Test
  void whatIsNotThereIsNotFoundAndNothingIsNoted() {
    assertThat(api.get(PATH + "/" + DEAD + ":0:999999").statusCode()).isEqualTo(404);
    assertThat(api.get(PATH + "/other.topic:0:0").statusCode()).isEqualTo(404);
    assertThat(api.get(PATH + "/" + DEAD + ":99:0").statusCode()).isEqualTo(404);
    assertThat(api.post(PATH + "/x/replay", Map.of("reason", "y")).statusCode()).isEqualTo(404);
    assertThat(api.get(PATH + "?problem=%00&cursor=!!").statusCode()).isEqualTo(400);
  }
}
