package dev.convene.gateway.cancelling;

import static dev.convene.gateway.servers.Requests.aMeetingOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Step;
import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CancellingIT {

  private final Api any = new Api(Servers.gateway());
  private final Topic commands = new Topic(Servers.broker(), Topics.SCHEDULING_COMMANDS);
  private final Topic webex = new Topic(Servers.broker(), Topics.WEBEX_EVENTS);
  private final Topic calendar = new Topic(Servers.broker(), Topics.CALENDAR_EVENTS);
  private final Topic outcomes = new Topic(Servers.broker(), Topics.SCHEDULING_OUTCOMES);
  private final String host = "host-" + UUID.randomUUID() + "@example.com";
  private final Api api = person(host);

  private Api person(String mailbox) {
    return any.with(Issuer.shared().person(mailbox, "meetings.read", "meetings.write"));
  }

  private HttpResponse<String> delete(Api caller, UUID id) {
    return caller.send(caller.request("/api/v1/meetings/" + id).DELETE().build());
  }

  private UUID scheduled() {
    UUID id = api.schedule(aMeetingOf(host));
    Events events = new Events(id);
    webex.write("c" + id, events.created(1));
    calendar.write("s" + id, events.sent(2, "webex-1"));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("SCHEDULED"));
    return id;
  }

  private List<ConsumerRecord<byte[], byte[]>> cancels(UUID id) {
    return commands.about(id).stream()
        .filter(record -> "meeting.cancel.v1".equals(Topic.header(record, "ce_type")))
        .toList();
  }

  private JsonNode cancel(UUID id) {
    await().untilAsserted(() -> assertThat(cancels(id)).isNotEmpty());
    return Topic.body(cancels(id).getFirst());
  }

  @Test
  void aScheduledMeetingIsCancelledOnBothSidesAndEverybodyLearnsOfIt() {
    UUID id = scheduled();

    HttpResponse<String> answer =
        api.post("/api/v1/meetings/" + id + "/cancel", Map.of("note", " The budget is through. "));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).contains("/api/v1/meetings/" + id);
    assertThat(Api.json(answer).get("status").stringValue()).isEqualTo("CANCELLING");
    JsonNode meeting = api.show(id);
    assertThat(meeting.get("status").stringValue()).isEqualTo("CANCELLING");
    assertThat(meeting.at("/cancellation/note").stringValue()).isEqualTo("The budget is through.");
    JsonNode command = cancel(id);
    assertThat(command.get("webexMeetingIds").valueStream().map(JsonNode::stringValue))
        .containsExactly("webex-1");
    assertThat(command.get("eventId").stringValue()).isEqualTo("AAMk=");
    assertThat(command.get("note").stringValue()).isEqualTo("The budget is through.");
    assertThat(command.at("/requestedBy/email").stringValue()).isEqualTo(host);
    assertThat(Topic.header(cancels(id).getFirst(), "ce_resent")).isNull();

    webex.write("d" + id, new Events(id).deletedForGood(20));
    calendar.write("x" + id, new Events(id).cancelled(21));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("CANCELLED"));
    assertThat(api.show(id).get("timeline").findValuesAsString("step"))
        .containsExactlyInAnyOrder(
            "accept-request",
            "create-meeting",
            "send-invitation",
            "accept-cancellation",
            "delete-meeting",
            "cancel-invitation");
    assertThat(api.show(id).has("join")).isFalse();
    assertThat(outcomes.about(id))
        .extracting(record -> Topic.header(record, "ce_type"))
        .containsExactly("outcome.scheduled.v1", "outcome.cancelled.v1");
    assertThat(row("sweep_at is null", id)).isEqualTo("t");
  }

  @Test
  void whatNobodyHasHeardOfIsCancelledAsSoonAsItIs() {
    UUID id = api.schedule(aMeetingOf(host));
    await().untilAsserted(() -> assertThat(commands.about(id)).hasSize(1));

    assertThat(Api.json(delete(api, id)).get("status").stringValue()).isEqualTo("CANCELLING");
    assertThat(row("sweep_at = accepted_at + interval '30 s'", id)).isEqualTo("t");
    assertThat(cancels(id)).as("it would come before what it cancels").isEmpty();

    webex.write("c" + id, new Events(id).created(1));
    assertThat(cancel(id).get("webexMeetingIds").get(0).stringValue()).isEqualTo("webex-1");
    assertThat(api.status(id)).isEqualTo("CANCELLING");
  }

  @Test
  void whatTheSweeperSendsForACancelledMeetingIsTheCancel() {
    UUID id = scheduled();
    delete(api, id);
    cancel(id);
    Servers.database().run("update meeting set sweep_at = now() where id = '" + id + "'");

    await().untilAsserted(() -> assertThat(cancels(id)).hasSize(2));
    assertThat(Topic.header(cancels(id).get(1), "ce_resent")).isEqualTo("true");
    assertThat(cancels(id).get(1).value()).isEqualTo(cancels(id).get(0).value());
    assertThat(Topic.header(cancels(id).get(1), "ce_id"))
        .isEqualTo(Topic.header(cancels(id).get(0), "ce_id"));
  }

  @Test
  void tenAtOnceAreOneCancellation() throws Exception {
    UUID id = scheduled();
    List<Callable<HttpResponse<String>>> all =
        Stream.generate(() -> (Callable<HttpResponse<String>>) () -> delete(api, id))
            .limit(10)
            .toList();

    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(people.invokeAll(all).stream().map(Future::resultNow))
          .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
    }
    cancel(id);
    assertThat(cancels(id)).hasSize(1);
    assertThat(api.show(id).get("timeline").findValuesAsString("step"))
        .containsOnlyOnce("accept-cancellation");
  }

  @Test
  void whatHasFailedStaysSoAndNothingIsSent() {
    UUID id = api.schedule(aMeetingOf(host));
    webex.write("r" + id, new Events(id).refused(1));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("FAILED"));

    HttpResponse<String> answer = delete(api, id);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(Api.json(answer).get("status").stringValue()).isEqualTo("FAILED");
    assertThat(row("cancellation is null and sweep_at is null", id)).isEqualTo("t");
  }

  @Test
  void onlyItsOwnCancelAMeetingAndOthersDoNotLearnThatItIsThere() {
    UUID id = scheduled();
    String dave = "dave-" + UUID.randomUUID() + "@example.com";
    Api operations =
        any.with(
            Issuer.shared().person(dave, "meetings.read", "meetings.write", "operations.read"));

    for (Api other : List.of(person(dave), operations)) {
      HttpResponse<String> answer = delete(other, id);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(delete(other, UUID.randomUUID()).body());
    }
    assertThat(api.status(id)).isEqualTo("SCHEDULED");
    Api crm = any.with(Issuer.shared().system("crm", "meetings.write", "meetings.write.any-host"));
    UUID askedForByASystem = crm.schedule(aMeetingOf(host));
    assertThat(delete(api, askedForByASystem).statusCode()).as("he hosts it").isEqualTo(202);
  }

  @Test
  void aNoteThatCannotBeMailedIsRefused() {
    UUID id = scheduled();
    for (Map<String, ?> body :
        List.of(Map.of("note", "x".repeat(401)), Map.of("note", 7), Map.of("node", "Sorry"))) {
      HttpResponse<String> answer = api.post("/api/v1/meetings/" + id + "/cancel", body);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }
    assertThat(api.status(id)).isEqualTo("SCHEDULED");
  }

  @Test
  void whatNeedsAnOperatorIsFinishedByHandAndGoesOn() {
    UUID id = scheduled();
    delete(api, id);
    cancel(id);
    webex.write("a" + id, new Events(id).attention(Step.DELETE_MEETING, 20));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("NEEDS_ATTENTION"));
    JsonNode entry =
        Api.json(any.get("/api/v1/operations/parked?step=delete-meeting&host=" + host))
            .at("/parked/0");
    assertThat(entry.get("leftover").stringValue()).isEqualTo("webex-1");
    assertThat(entry.get("byHand").stringValue()).contains("Delete the meeting at Webex");

    HttpResponse<String> answer =
        any.post(
            "/api/v1/operations/parked/" + id + "/abandon", Map.of("reason", "Deleted by hand."));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(api.status(id)).as("Outlook is still to come").isEqualTo("CANCELLING");
    assertThat(row("sweep_at is not null", id)).isEqualTo("t");
    calendar.write("x" + id, new Events(id).cancelled(21));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("CANCELLED"));
  }

  private static String row(String columns, UUID id) {
    return Servers.database().ask("select " + columns + " from meeting where id = '" + id + "'");
  }
}
