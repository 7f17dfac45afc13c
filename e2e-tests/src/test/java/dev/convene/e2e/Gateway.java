package dev.convene.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API, as a client uses it. */
final class Gateway {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> ENDS =
      Set.of("SCHEDULED", "FAILED", "CANCELLED", "NEEDS_ATTENTION");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final URI url;
  private final Supplier<String> bearer;

  /**
   * @param bearer the caller's token, as a header has it
   */
  Gateway(URI url, Supplier<String> bearer) {
    this.url = url.resolve("/api/v1/meetings");
    this.bearer = bearer;
  }

  /** An answer, whatever it is. */
  record Answer(int status, String contentType, JsonNode body) {}

  /** Schedules a meeting, which has to be accepted, and returns its id. */
  String schedule(MeetingRequest request) {
    Answer answer = post(request, Map.of());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return answer.body().path("id").stringValue();
  }

  Answer post(MeetingRequest request, Map<String, String> headers) {
    HttpRequest.Builder post = request(url).POST(BodyPublishers.ofString(request.json()));
    headers.forEach(post::header);
    return send(post);
  }

  /** Cancels a meeting; has to be accepted, whatever has become of it. */
  Answer cancel(String id, String note) {
    String body = JSON.createObjectNode().put("note", note).toString();
    URI cancel = URI.create(url + "/" + id + "/cancel");
    Answer answer = send(request(cancel).POST(BodyPublishers.ofString(body)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return answer;
  }

  /** When a meeting would take place. */
  JsonNode preview(MeetingRequest request) {
    Answer answer =
        send(request(URI.create(url + "/preview")).POST(BodyPublishers.ofString(request.json())));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  /** The meeting with its timeline, as it stands now. */
  JsonNode meeting(String id) {
    Answer answer = send(request(URI.create(url + "/" + id)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  /** The meeting when it has come to its end, which has to be this one. */
  JsonNode ended(String id, String status, Duration limit) {
    JsonNode meeting =
        await("the end of " + id)
            .atMost(limit)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> meeting(id), m -> ENDS.contains(m.path("status").stringValue()));
    assertThat(meeting.path("status").stringValue()).as(meeting.toString()).isEqualTo(status);
    return meeting;
  }

  /** Within half a minute, which is far more than it takes when nothing goes wrong. */
  JsonNode ended(String id, String status) {
    return ended(id, status, Duration.ofSeconds(30));
  }

  /** Watches a meeting, until it is let go. */
  Watcher watch(String id) {
    return new Watcher(http, URI.create(url + "/" + id + "/events"), bearer.get());
  }

  private HttpRequest.Builder request(URI url) {
    return HttpRequest.newBuilder(url)
        .timeout(Duration.ofSeconds(10))
        .header("Authorization", bearer.get())
        .header("Content-Type", "application/json");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException("the gateway does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
