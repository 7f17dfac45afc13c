package dev.convene.gateway.sweeping;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Step;
import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SweepingIT {

  private final Api api = new Api(Servers.gateway());
  private final Topic commands = new Topic(Servers.broker(), Topics.SCHEDULING_COMMANDS);
  private final Topic webex = new Topic(Servers.broker(), Topics.WEBEX_EVENTS);

  private static void makeDue(UUID id) {
    set("sweep_at = now()", id);
  }

  /** Due, and nothing else is moving either. */
  private static void makeLost(UUID id) {
    Servers.database()
        .run("update meeting set updated_at = now() - interval '1 hour' where revision > 0");
    makeDue(id);
  }

  private static void set(String columns, UUID id) {
    Servers.database().run("update meeting set " + columns + " where id = '" + id + "'");
  }

  private static String row(String columns, UUID id) {
    return Servers.database().ask("select " + columns + " from meeting where id = '" + id + "'");
  }

  @Test
  void whatSawNoProgressIsSentAgainAndMarkedSo() {
    UUID id = api.schedule(aMeeting());
    await().untilAsserted(() -> assertThat(commands.about(id)).hasSize(1));
    makeLost(id);

    await().untilAsserted(() -> assertThat(commands.about(id)).hasSize(2));
    List<ConsumerRecord<byte[], byte[]>> copies = commands.about(id);
    assertThat(copies)
        .extracting(copy -> Topic.header(copy, "ce_resent"))
        .containsExactly(null, "true");
    assertThat(copies).extracting(copy -> Topic.header(copy, "ce_id")).doesNotContainNull();
    assertThat(copies.stream().map(copy -> Topic.header(copy, "ce_id")).distinct()).hasSize(1);
    assertThat(copies.get(1).value()).isEqualTo(copies.get(0).value());
    assertThat(copies.get(1).key()).isEqualTo(copies.get(0).key());
    await().untilAsserted(() -> assertThat(row("sweeps", id)).isEqualTo("1"));
    assertThat(row("sweep_at > now() + interval '50 s' and sweep_at < now() + interval '61 s'", id))
        .isEqualTo("t");
  }

  @Test
  void progressStartsTheWaitAnewAndTheEndEndsIt() {
    UUID id = api.schedule(aMeeting());
    makeLost(id);
    await().untilAsserted(() -> assertThat(row("sweeps", id)).isEqualTo("1"));

    webex.write("d", new Events(id).delayed(Step.CREATE_MEETING, 1));
    await().untilAsserted(() -> assertThat(row("sweeps", id)).isEqualTo("0"));
    assertThat(row("sweep_at = '2027-01-01T09:12:01Z'", id)).isEqualTo("t");

    webex.write("r", new Events(id).refused(2));
    await().untilAsserted(() -> assertThat(row("sweep_at is null", id)).isEqualTo("t"));
  }

  @Test
  void severalSweepersSendOneCopyBetweenThem() {
    List<UUID> ids = Stream.generate(() -> api.schedule(aMeeting())).limit(20).toList();
    await().untilAsserted(() -> assertThat(commands.about(ids.getLast())).hasSize(1));
    Sweeper sweeper = Servers.gateway().bean(Sweeper.class);
    ids.forEach(SweepingIT::makeLost);

    CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(sweeper::sweep))
                .limit(4)
                .toArray(CompletableFuture<?>[]::new))
        .join();

    await().untilAsserted(() -> assertThat(ids).allMatch(id -> "1".equals(row("sweeps", id))));
    assertThat(ids).allSatisfy(id -> assertThat(commands.about(id)).hasSize(2));
  }

  @Test
  void whatOnlyWaitsItsTurnIsPutOffAndNotSentTwice() {
    UUID before = api.schedule(aMeeting());
    UUID behind = api.schedule(aMeeting());
    await().untilAsserted(() -> assertThat(commands.about(behind)).hasSize(1));
    // The workers are at it, but have come to nothing that was accepted later than this.
    webex.write("c", new Events(before).created(1));
    await().untilAsserted(() -> assertThat(api.status(before)).isEqualTo("IN_PROGRESS"));
    makeDue(behind);

    await()
        .untilAsserted(
            () -> assertThat(row("sweep_at > now() + interval '20 s'", behind)).isEqualTo("t"));
    assertThat(row("sweeps", behind)).isEqualTo("0");
    assertThat(commands.about(behind)).hasSize(1);

    // Now something that came much later has got further: this one was lost.
    set("accepted_at = accepted_at - interval '1 min', sweep_at = now()", behind);
    await().untilAsserted(() -> assertThat(commands.about(behind)).hasSize(2));
  }
}
