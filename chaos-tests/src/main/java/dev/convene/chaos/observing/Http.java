package dev.convene.chaos.observing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Requests and answers in JSON. */
final class Http {

  static final JsonMapper JSON = JsonMapper.shared();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int TOO_MANY_REQUESTS = 429;

  /** How often one request is sent: a limit that many share is reached more than once. */
  private static final int MOST = 20;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /** An answer, whatever it is; its body is missing where it is no JSON. */
  record Answer(int status, JsonNode body) {}

  /**
   * Sends it; where the answer is that this was too much at once, again when that is over.
   *
   * @throws UncheckedIOException when no answer came
   */
  Answer send(String method, URI url, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      for (int asked = 1; answer.statusCode() == TOO_MANY_REQUESTS && asked < MOST; asked++) {
        Thread.sleep(retryAfter(answer));
        answer = client.send(request.build(), BodyHandlers.ofString());
      }
      return new Answer(answer.statusCode(), json(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Duration retryAfter(HttpResponse<?> answer) {
    return Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1));
  }

  private static JsonNode json(String text) {
    try {
      return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  /** The body of a 200. */
  JsonNode get(URI url) {
    return get(url, Map.of());
  }

  /** The body of a 200. */
  JsonNode get(URI url, Map<String, String> headers) {
    Answer answer = send("GET", url, "", headers);
    if (answer.status() != 200) {
      throw new IllegalStateException(url + " answers " + answer);
    }
    return answer.body();
  }
}
