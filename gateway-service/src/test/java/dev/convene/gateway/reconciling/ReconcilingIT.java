package dev.convene.gateway.reconciling;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Expectation;
import dev.convene.contracts.Step;
import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReconcilingIT {

  private final Api api = new Api(Servers.gateway());
  private final Topic commands = new Topic(Servers.broker(), Topics.SCHEDULING_COMMANDS);
  private final Topic webex = new Topic(Servers.broker(), Topics.WEBEX_EVENTS);
  private final Topic calendar = new Topic(Servers.broker(), Topics.CALENDAR_EVENTS);

  @AfterEach
  void itIsTimeForATurn() {
    Servers.database().run("update check_turn set taken_at = '-infinity'");
  }

  @Test
  void whatWasDisturbedIsCheckedAndWhatItCameToIsShown() {
    UUID id = api.schedule(aMeeting());
    Events events = new Events(id);
    webex.write("d", events.delayed(Step.CREATE_MEETING, 1));
    webex.write("c", events.created(2));
    calendar.write("s", events.sent(3, "webex-1"));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("SCHEDULED"));
    assertThat(row("check_at between now() + interval '14 min' and now() + interval '15 min'", id))
        .isEqualTo("t");

    makeDue(id);

    await().untilAsserted(() -> assertThat(checksOf(id)).hasSize(1));
    JsonNode check = JsonDefaults.mapper().readTree(checksOf(id).getFirst().value());
    assertThat(check.path("expected").stringValue()).isEqualTo("both");
    assertThat(check.path("webexMeetingId").stringValue()).isEqualTo("webex-1");
    assertThat(row("check_at > now() + interval '29 min'", id))
        .as("should it come to nothing")
        .isEqualTo("t");

    webex.write("r", events.deleted(90, Expectation.BOTH, "webex-2"));
    calendar.write("v", events.checked(91, Expectation.BOTH, List.of("webex-1"), List.of("e")));
    await().untilAsserted(() -> assertThat(row("check_at is null", id)).isEqualTo("t"));
    await().untilAsserted(() -> assertThat(api.show(id).get("timeline")).hasSize(5));
    JsonNode shown = api.show(id);
    assertThat(shown.get("status").stringValue()).isEqualTo("SCHEDULED");
    assertThat(shown.at("/timeline/4/reason/code").stringValue())
        .isEqualTo("check.surplus-deleted");
  }

  @Test
  void whatAPersonMustLookAtCanBeListedAndIsCheckedAgain() {
    UUID id = api.schedule(aMeeting());
    Events events = new Events(id);
    webex.write("c", events.created(1));
    calendar.write("s", events.sent(2));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("SCHEDULED"));
    assertThat(row("check_at is null", id)).as("it went well").isEqualTo("t");

    calendar.write("v", events.checked(91, Expectation.BOTH, List.of("webex-1"), List.of()));

    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("NEEDS_ATTENTION"));
    assertThat(api.show(id).at("/reason/code").stringValue()).isEqualTo("check.invitation-missing");
    assertThat(api.show(id).at("/leftover").stringValue()).isEqualTo("webex-1");
    assertThat(api.get("/api/v1/meetings?status=NEEDS_ATTENTION&limit=200").body())
        .contains(id.toString());
    assertThat(row("check_at > now() + interval '59 min'", id)).isEqualTo("t");
  }

  @Test
  void severalReplicasTakeOneTurnBetweenThem() {
    List<UUID> ids = Stream.generate(() -> api.schedule(aMeeting())).limit(12).toList();
    for (UUID id : ids) {
      webex.write("d", new Events(id).delayed(Step.CREATE_MEETING, 1));
      webex.write("r", new Events(id).refused(2));
      await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("FAILED"));
    }
    ids.forEach(ReconcilingIT::makeDue);
    itIsTimeForATurn();
    Reconciler reconciler = Servers.gateway().bean(Reconciler.class);

    int taken =
        Stream.generate(() -> CompletableFuture.supplyAsync(reconciler::turn))
            .limit(4)
            .toList()
            .stream()
            .mapToInt(CompletableFuture::join)
            .sum();

    assertThat(taken).as("one of them, or the gateway's own, had a turn").isLessThanOrEqualTo(5);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(ids).allSatisfy(id -> assertThat(checksOf(id)).hasSize(1)));
  }

  @Test
  void whatWentWellIsWalkedThroughInItsOrderAndOnce() {
    UUID id = api.schedule(aMeeting());
    webex.write("c", new Events(id).created(1));
    calendar.write("s", new Events(id).sent(2));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("SCHEDULED"));
    Turns turns = Servers.gateway().bean(Turns.class);

    List<UUID> walked = new ArrayList<>();
    Instant later = Instant.now().plusSeconds(16 * 60);
    for (List<Ended> turn = turns.take(later).block();
        !turn.isEmpty();
        turn = turns.take(later).block()) {
      walked.addAll(turn.stream().map(Ended::id).toList());
      later = later.plusSeconds(5);
    }

    assertThat(walked).doesNotHaveDuplicates().contains(id);
    assertThat(row("checks", id)).isEqualTo("1");
  }

  private List<ConsumerRecord<byte[], byte[]>> checksOf(UUID id) {
    return commands.about(id).stream()
        .filter(record -> "meeting.check.v1".equals(Topic.header(record, "ce_type")))
        .toList();
  }

  private static void makeDue(UUID id) {
    Servers.database()
        .run("update meeting set check_at = now() - interval '1 h' where id = '" + id + "'");
  }

  private static String row(String columns, UUID id) {
    return Servers.database().ask("select " + columns + " from meeting where id = '" + id + "'");
  }
}
