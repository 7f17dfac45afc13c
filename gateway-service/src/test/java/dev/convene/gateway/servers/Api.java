package dev.convene.gateway.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.defaults.messaging.JsonDefaults;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as its callers see it. */
public final class Api {

  private static final JsonMapper MAPPER = JsonDefaults.mapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A system that may do all. */
  private static final String[] ALL = {
    "meetings.read",
    "meetings.write",
    "meetings.write.any-host",
    "operations.read",
    "operations.write"
  };

  private final String url;
  private final String token;

  /** As a system that may do all. */
  public Api(Gateway gateway) {
    this(gateway.url(), Issuer.shared().system("tests", ALL));
  }

  private Api(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** The same, with that token; null for none. */
  public Api with(String otherToken) {
    return new Api(url, otherToken);
  }

  /** Posts a request for a meeting. */
  public HttpResponse<String> post(Object body, String... headers) {
    return send(posting(body, headers));
  }

  /** Posts without waiting. */
  public CompletableFuture<HttpResponse<String>> postSoon(Object body, String... headers) {
    return CLIENT.sendAsync(posting(body, headers), BodyHandlers.ofString());
  }

  /** Posts a request that must be accepted. */
  public UUID schedule(Map<String, ?> body) {
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return UUID.fromString(json(answer).get("id").stringValue());
  }

  /** Posts to that path. */
  public HttpResponse<String> post(String path, Map<String, ?> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
            .build());
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(with(headers, request(path)).GET().build());
  }

  public JsonNode show(UUID id) {
    HttpResponse<String> answer = get("/api/v1/meetings/" + id);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  public String status(UUID id) {
    return show(id).get("status").stringValue();
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return MAPPER.readTree(answer.body());
  }

  /** Any request. */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A request to that path, for the test to go on with. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpRequest posting(Object body, String... headers) {
    String text = body instanceof String string ? string : MAPPER.writeValueAsString(body);
    return with(headers, request("/api/v1/meetings"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(text))
        .build();
  }

  private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
    return headers.length == 0 ? request : request.headers(headers);
  }
}
