package dev.convene.gateway.operations;

import static dev.convene.gateway.servers.Requests.aMeetingOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Step;
import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OperationsIT {

  private static final String OPERATIONS = "/api/v1/operations/";

  private final Api api = new Api(Servers.gateway());
  private final Topic webex = new Topic(Servers.broker(), Topics.WEBEX_EVENTS);
  private final Topic calendar = new Topic(Servers.broker(), Topics.CALENDAR_EVENTS);
  private final Topic orders = new Topic(Servers.broker(), Topics.OPERATIONS_COMMANDS);
  private final String host = "host-" + UUID.randomUUID() + "@example.com";

  private UUID delayed() {
    UUID id = api.schedule(aMeetingOf(host));
    webex.write("d" + id, new Events(id).delayed(Step.CREATE_MEETING, 1));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("DELAYED"));
    return id;
  }

  private UUID needingAttention() {
    UUID id = api.schedule(aMeetingOf(host));
    Events events = new Events(id);
    webex.write("c" + id, events.created(1));
    calendar.write("f" + id, events.failed(2));
    webex.write("a" + id, events.attention(Step.WITHDRAW_MEETING, 3));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("NEEDS_ATTENTION"));
    return id;
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = api.get(OPERATIONS + path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer);
  }

  private JsonNode order(String path, Map<String, ?> body) {
    HttpResponse<String> answer = api.post(OPERATIONS + path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return Api.json(answer);
  }

  private JsonNode refused(String path, Map<String, ?> body) {
    HttpResponse<String> answer = api.post(OPERATIONS + path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return Api.json(answer);
  }

  /** The orders about a meeting or a target, as the workers get them. */
  private List<JsonNode> told(Object subject, int count) {
    await().untilAsserted(() -> assertThat(orders.about(subject)).hasSize(count));
    return orders.about(subject).stream()
        .map(record -> JsonDefaults.mapper().readTree(record.value()))
        .toList();
  }

  @Test
  void whatWaitsIsListedWithTheReasonAndTheNextAttemptAndNothingToJoinWith() {
    UUID id = delayed();

    JsonNode entry = get("parked?host=" + host).get("parked").get(0);
    assertThat(entry.get("meetingId").stringValue()).isEqualTo(id.toString());
    assertThat(entry.get("status").stringValue()).isEqualTo("DELAYED");
    assertThat(entry.get("provider").stringValue()).isEqualTo("webex");
    assertThat(entry.get("step").stringValue()).isEqualTo("create-meeting");
    assertThat(entry.at("/reason/code").stringValue()).isEqualTo("webex.unavailable");
    assertThat(entry.get("nextAttemptAt").stringValue()).isEqualTo("2027-01-01T09:10:01Z");
    assertThat(entry.get("firstAttemptAt").stringValue()).isEqualTo("2027-01-01T09:00:01Z");
    assertThat(entry.get("attempts").intValue()).isEqualTo(1);
  }

  @Test
  void whatNeedsAnOperatorIsListedWithWhatThereIsToDoByHand() {
    needingAttention();

    JsonNode page = get("parked?host=" + host + "&status=NEEDS_ATTENTION");
    JsonNode entry = page.get("parked").get(0);
    assertThat(entry.get("leftover").stringValue()).isEqualTo("webex-1");
    assertThat(entry.get("webexMeetingId").stringValue()).isEqualTo("webex-1");
    assertThat(entry.get("byHand").stringValue()).contains("Delete the meeting at Webex");
    assertThat(entry.has("nextAttemptAt")).isFalse();
    assertThat(page.toString()).doesNotContain("secret-word").doesNotContain("password");
  }

  @Test
  void whatWaitsIsFilteredPagedAndCounted() {
    List<String> ids =
        IntStream.range(0, 3)
            .mapToObj(_ -> delayed().toString())
            .sorted(Comparator.reverseOrder())
            .toList();
    String attention = needingAttention().toString();

    List<String> seen = new ArrayList<>();
    String query = "parked?status=DELAYED&limit=2&host=" + host;
    JsonNode page = get(query);
    seen.addAll(page.get("parked").findValuesAsString("meetingId"));
    page = get(query + "&cursor=" + page.get("next").stringValue());
    seen.addAll(page.get("parked").findValuesAsString("meetingId"));
    assertThat(seen).isEqualTo(ids);
    assertThat(page.has("next")).isFalse();
    assertThat(ids("reason=webex.cannot-delete")).containsExactly(attention);
    assertThat(ids("step=withdraw-meeting")).containsExactly(attention);
    assertThat(ids("provider=microsoft")).isEmpty();
    assertThat(ids("provider=webex")).hasSize(4);
    JsonNode summary = get("summary");
    assertThat(summary.get("parked").longValue()).isGreaterThanOrEqualTo(4);
    assertThat(summary.get("groups").valueStream())
        .anySatisfy(group -> {
          assertThat(group.get("reason").stringValue()).isEqualTo("webex.unavailable");
          assertThat(group.get("count").longValue()).isGreaterThanOrEqualTo(3);
          assertThat(group.get("nextAttemptAt").stringValue()).isNotBlank();
        });
    webex.write("r", new Events(UUID.fromString(ids.getFirst())).refused(5));
    await().untilAsserted(() -> assertThat(ids("provider=webex")).hasSize(3));
    assertThat(Servers.database().ask("select count(*) from parked where host = '" + host + "'"))
        .as("what the summary counts")
        .isEqualTo("3");
  }

  private List<String> ids(String query) {
    return get("parked?host=" + host + "&" + query).get("parked").findValuesAsString("meetingId");
  }

  @Test
  void aFilterThatMakesNoSenseIsRefusedWithAllThatIsWrong() {
    HttpResponse<String> answer =
        api.get(OPERATIONS + "parked?provider=zoom&status=FAILED&limit=0&cursor=x&colour=blue");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Api.json(answer).get("errors").findValuesAsString("parameter"))
        .containsExactlyInAnyOrder("provider", "status", "limit", "cursor", "colour");
  }

  @Test
  void aRetryIsToldToTheWorkersAndNoted() {
    UUID id = delayed();

    JsonNode answer = order("parked/" + id + "/retry", Map.of("reason", "Webex is back."));

    assertThat(answer.at("/meetings/0/fate").stringValue()).isEqualTo("ordered");
    JsonNode told = told(id, 1).getFirst();
    assertThat(told.get("meetingId").stringValue()).isEqualTo(id.toString());
    assertThat(told.get("host").stringValue()).isEqualTo(host);
    assertThat(told.get("action").longValue()).isEqualTo(answer.get("action").longValue());
    JsonNode noted = action(answer.get("action").longValue());
    assertThat(noted.get("kind").stringValue()).isEqualTo("RETRY");
    assertThat(noted.at("/by/subject").stringValue()).isEqualTo("tests");
    assertThat(noted.get("reason").stringValue()).isEqualTo("Webex is back.");
    assertThat(noted.at("/targets/0").stringValue()).isEqualTo(id.toString());
  }

  private JsonNode action(long number) {
    JsonNode actions = get("actions?limit=200").get("actions");
    return actions
        .valueStream()
        .filter(action -> action.get("number").longValue() == number)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRetryOfWhatIsNotParkedSendsItsCommandOnceMore() {
    UUID id = api.schedule(aMeetingOf(host));

    JsonNode answer = order("parked/" + id + "/retry", Map.of());

    assertThat(answer.at("/meetings/0/fate").stringValue()).isEqualTo("sent-again");
    Topic commands = new Topic(Servers.broker(), Topics.SCHEDULING_COMMANDS);
    await().untilAsserted(() -> assertThat(commands.about(id)).hasSizeGreaterThanOrEqualTo(2));
    assertThat(Topic.header(commands.about(id).getLast(), "ce_resent")).isEqualTo("true");
  }

  @Test
  void whatHasEndedIsNoErrorAndWhatNeverWasIs() {
    UUID id = api.schedule(aMeetingOf(host));
    webex.write("r" + id, new Events(id).refused(1));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("FAILED"));

    JsonNode answer = order("parked/" + id + "/abandon", Map.of("reason", "Too late."));

    assertThat(answer.at("/meetings/0/fate").stringValue()).isEqualTo("nothing-to-do");
    assertThat(
            api.post(OPERATIONS + "parked/" + UUID.randomUUID() + "/retry", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anAbandonmentNeedsAReasonWhichTheWorkersGet() {
    UUID id = delayed();
    assertThat(refused("parked/" + id + "/abandon", Map.of()).at("/errors/0/pointer").stringValue())
        .isEqualTo("/reason");
    assertThat(
            refused("parked/" + id + "/abandon", Map.of("reason", "x".repeat(401)))
                .at("/errors/0/code")
                .stringValue())
        .isEqualTo("too-long");

    order("parked/" + id + "/abandon", Map.of("reason", "Not needed any more."));

    JsonNode told = told(id, 1).getFirst();
    assertThat(told.get("note").stringValue()).isEqualTo("Not needed any more.");
    assertThat(told.get("handledByHand").booleanValue()).isFalse();
    assertThat(api.status(id)).as("the worker has the last word").isEqualTo("DELAYED");
  }

  @Test
  void whatWasFinishedByHandFailsWithTheNoteAndIsForgotten() {
    UUID id = needingAttention();

    JsonNode answer = order("parked/" + id + "/abandon", Map.of("reason", "Deleted at Webex."));

    assertThat(answer.at("/meetings/0/fate").stringValue()).isEqualTo("closed");
    JsonNode meeting = api.show(id);
    assertThat(meeting.get("status").stringValue()).isEqualTo("FAILED");
    assertThat(meeting.at("/reason/code").stringValue()).isEqualTo("operations.handled-by-hand");
    assertThat(meeting.at("/reason/message").stringValue()).contains("Deleted at Webex.");
    assertThat(meeting.get("timeline").findValuesAsString("outcome")).contains("abandoned");
    assertThat(ids("provider=webex")).isEmpty();
    assertThat(told(id, 1).getFirst().get("handledByHand").booleanValue()).isTrue();
  }

  @Test
  void whatIsTriedAgainAfterAttentionIsDelayedAndNeedsAttentionAnewWhenItFails() {
    UUID id = needingAttention();
    Events events = new Events(id);

    webex.write("d" + id, events.delayed(Step.WITHDRAW_MEETING, 9));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("DELAYED"));
    webex.write("b" + id, events.attention(Step.WITHDRAW_MEETING, 19));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("NEEDS_ATTENTION"));
    webex.write("w" + id, events.withdrawn(29));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("FAILED"));
    assertThat(ids("provider=webex")).isEmpty();
  }

  @Test
  void severalAreMeantByIdsOrByAFilterButNotByNothing() {
    UUID one = delayed();
    UUID two = delayed();
    UUID other = needingAttention();

    JsonNode byFilter = order("parked/retry?status=DELAYED&host=" + host, Map.of());
    assertThat(byFilter.get("meetings").findValuesAsString("meetingId"))
        .containsExactlyInAnyOrder(one.toString(), two.toString());
    assertThat(byFilter.get("more").booleanValue()).isFalse();
    JsonNode byIds =
        order(
            "parked/abandon",
            Map.of("ids", List.of(one, other, "no-such-id"), "reason", "All of them."));
    assertThat(byIds.get("meetings").findValuesAsString("fate"))
        .containsExactlyInAnyOrder("ordered", "closed", "not-found");
    assertThat(refused("parked/retry", Map.of()).at("/errors/0/code").stringValue())
        .isEqualTo("one-of-two");
  }

  @Test
  void aPauseIsShownWithWhoAndWhyUntilItIsResumed() {
    JsonNode paused =
        order("pause", Map.of("mailbox", host.toUpperCase(Locale.ROOT), "reason", "On leave."));

    JsonNode entry =
        paused
            .get("paused")
            .valueStream()
            .filter(pause -> pause.get("target").stringValue().equals(host))
            .findFirst()
            .orElseThrow();
    assertThat(entry.get("reason").stringValue()).isEqualTo("On leave.");
    assertThat(entry.at("/by/subject").stringValue()).isEqualTo("tests");
    assertThat(get("pauses").toString()).contains(host);
    assertThat(get("summary").get("paused").toString()).contains(host);

    order("resume", Map.of("mailbox", host));

    assertThat(get("pauses").toString()).doesNotContain(host);
    assertThat(told(host, 2).get(1).get("action").longValue())
        .isGreaterThan(told(host, 2).get(0).get("action").longValue());
    assertThat(orders.about(host))
        .extracting(record -> Topic.header(record, "ce_type"))
        .containsExactly("work.pause.v1", "work.resume.v1");
  }

  @Test
  void whatIsPausedTwiceHasBeenPausedSinceTheFirstTime() {
    JsonNode first = order("pause", Map.of("mailbox", host, "reason", "First."));
    JsonNode second = order("pause", Map.of("mailbox", host, "reason", "Second."));
    assertThat(entry(second).get("since")).isEqualTo(entry(first).get("since"));
    assertThat(entry(second).get("reason").stringValue()).isEqualTo("First.");
    order("resume", Map.of("mailbox", host));
  }

  private JsonNode entry(JsonNode paused) {
    return paused
        .get("paused")
        .valueStream()
        .filter(pause -> pause.get("target").stringValue().equals(host))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyAProviderOrAMailboxCanBePausedAndOnlyWithAReason() {
    assertThat(
            refused("pause", Map.of("provider", "zoom"))
                .get("errors")
                .findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/reason", "/provider");
    assertThat(
            refused("pause", Map.of("provider", "webex", "mailbox", host, "reason", "x"))
                .at("/errors/0/code")
                .stringValue())
        .isEqualTo("one-of-two");
    assertThat(refused("resume", Map.of()).at("/errors/0/code").stringValue())
        .isEqualTo("one-of-two");
  }

  @Test
  void actionsArePagedTheLatestFirst() {
    UUID id = delayed();
    long first = order("parked/" + id + "/retry", Map.of()).get("action").longValue();
    long second = order("parked/" + id + "/retry", Map.of()).get("action").longValue();

    JsonNode page = get("actions?limit=1&kind=RETRY&cursor=" + (second + 1));
    assertThat(page.at("/actions/0/number").longValue()).isEqualTo(second);
    page = get("actions?limit=1&kind=RETRY&cursor=" + page.get("next").stringValue());
    assertThat(page.at("/actions/0/number").longValue()).isEqualTo(first);
    await().untilAsserted(() -> assertThat(action(first).has("toldAt")).isTrue());
  }
}
