package dev.convene.gateway.streaming;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Gateway;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StreamingIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Api api = new Api(Servers.gateway());
  private final Topic webex = new Topic(Servers.broker(), Topics.WEBEX_EVENTS);
  private final Topic calendar = new Topic(Servers.broker(), Topics.CALENDAR_EVENTS);

  /** The lines of a stream as they come; the future ends with the stream. */
  private record Watched(List<String> lines, CompletableFuture<?> end) {}

  private static Watched watch(Gateway gateway, UUID id, String... headers) {
    HttpRequest.Builder request = new Api(gateway).request("/api/v1/meetings/" + id + "/events");
    if (headers.length > 0) {
      request.headers(headers);
    }
    List<String> lines = new CopyOnWriteArrayList<>();
    return new Watched(
        lines,
        CLIENT
            .sendAsync(request.build(), BodyHandlers.ofLines())
            .thenAcceptAsync(answer -> answer.body().forEach(lines::add)));
  }

  @Test
  void aStreamIsClosedSoThatItsWatcherSaysAnewWhoItIs() {
    UUID id = api.schedule(aMeeting());
    try (Gateway other =
        Gateway.started(Servers.database(), "127.0.0.1:1", "convene.streaming.longest=500ms")) {
      Watched watched = watch(other, id);

      assertThat(watched.end()).succeedsWithin(Duration.ofSeconds(10));
      assertThat(watched.lines()).contains("event:step").doesNotContain("event:end");
    }
  }

  @Test
  void progressIsSeenAsItHappensUntilTheEnd() {
    UUID id = api.schedule(aMeeting());
    Watched watched = watch(Servers.gateway(), id);
    await().untilAsserted(() -> assertThat(watched.lines()).contains("id:0", "event:step"));

    webex.write("c", new Events(id).created(1));
    await().untilAsserted(() -> assertThat(watched.lines()).contains("id:1"));
    assertThat(watched.end()).isNotDone();

    calendar.write("s", new Events(id).sent(2));
    await().untilAsserted(() -> assertThat(watched.end()).isCompleted());
    assertThat(watched.lines()).contains("id:2", "event:end", "data:{\"status\":\"SCHEDULED\"}");
    assertThat(watched.lines())
        .anyMatch(line -> line.startsWith("data:") && line.contains("\"outcome\":\"created\""));
  }

  @Test
  void aStreamGoesOnWhereItWasLeft() {
    UUID id = api.schedule(aMeeting());
    webex.write("r", new Events(id).refused(1));
    await().untilAsserted(() -> assertThat(api.status(id)).isEqualTo("FAILED"));

    Watched all = watch(Servers.gateway(), id);
    Watched rest = watch(Servers.gateway(), id, "Last-Event-ID", "0");
    Watched nothing = watch(Servers.gateway(), id, "Last-Event-ID", "1");

    await().untilAsserted(() -> assertThat(nothing.end()).isCompleted());
    await().untilAsserted(() -> assertThat(all.end()).isCompleted());
    await().untilAsserted(() -> assertThat(rest.end()).isCompleted());
    assertThat(all.lines()).contains("id:0", "id:1", "event:end");
    assertThat(rest.lines()).contains("id:1", "event:end").doesNotContain("id:0");
    assertThat(nothing.lines()).contains("event:end").doesNotContain("id:0", "id:1");
  }

  @Test
  void anotherReplicaTellsWhatThisOneProjectedAndAQuietStreamShowsThatItLives() {
    UUID id = api.schedule(aMeeting());
    // Without Kafka, or it might be the one that projects.
    try (Gateway other =
        Gateway.started(Servers.database(), "127.0.0.1:1", "convene.streaming.heartbeat=300ms")) {
      Watched watched = watch(other, id);
      await().untilAsserted(() -> assertThat(watched.lines()).contains("id:0", ":still here"));

      webex.write("r", new Events(id).refused(1));

      await().untilAsserted(() -> assertThat(watched.end()).isCompleted());
      assertThat(watched.lines()).contains("id:1", "event:end");
    }
  }

  @Test
  void aServiceThatIsStoppedLetsItsWatchersGo() {
    UUID id = api.schedule(aMeeting());
    Gateway other = Gateway.started(Servers.database(), "127.0.0.1:1", "server.shutdown=graceful");
    Watched watched = watch(other, id);
    await().untilAsserted(() -> assertThat(watched.lines()).contains("id:0"));

    long before = System.nanoTime();
    other.close();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    await().untilAsserted(() -> assertThat(watched.end()).isCompleted());
    assertThat(watched.lines()).doesNotContain("event:end");
  }
}
