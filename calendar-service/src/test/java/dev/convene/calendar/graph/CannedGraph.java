package dev.convene.calendar.graph;

import dev.convene.defaults.messaging.JsonDefaults;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * Graph without a network: gives the answers that were laid out for it, and keeps what it heard.
 */
final class CannedGraph implements Interceptor {

  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final GraphSettings SETTINGS =
      new GraphSettings(
          URI.create("https://graph.example"),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          4,
          3,
          Duration.ofSeconds(5),
          Duration.ofSeconds(10));

  final List<Request> requests = new ArrayList<>();
  final List<String> bodies = new ArrayList<>();
  final CircuitBreaker breaker = CircuitBreaker.of("graph", GraphCalls.breakerConfig(SETTINGS));
  private final Deque<Canned> answers = new ArrayDeque<>();

  /** A body of null means that the connection breaks. */
  private record Canned(int status, String contentType, String body, Headers headers) {}

  CannedGraph answering(int status, String json, String... headers) {
    return answeringAs(status, "application/json", json, headers);
  }

  CannedGraph answeringAs(int status, String contentType, String body, String... headers) {
    answers.add(new Canned(status, contentType, body, Headers.of(headers)));
    return this;
  }

  CannedGraph breaking() {
    answers.add(new Canned(0, "", null, Headers.of()));
    return this;
  }

  OkHttpClient http() {
    return GraphHttp.client(SETTINGS, JsonDefaults.mapper())
        .newBuilder()
        .addInterceptor(this)
        .build();
  }

  GraphCalls calls() {
    return new GraphCalls(
        SETTINGS, http(), breaker, InstantSource.fixed(NOW), new SimpleMeterRegistry());
  }

  GraphInvitations invitations() {
    return new GraphInvitations(new GraphEvents(calls(), Passes.given(() -> "a-token")));
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    requests.add(request);
    bodies.add(body(request));
    Canned canned = answers.removeFirst();
    if (canned.body() == null) {
      throw new IOException("unexpected end of stream");
    }
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(canned.status())
        .message("")
        .headers(canned.headers())
        .body(ResponseBody.create(canned.body(), MediaType.parse(canned.contentType())))
        .build();
  }

  private static String body(Request request) throws IOException {
    Buffer buffer = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(buffer);
    }
    return buffer.readUtf8();
  }

  static String error(String code) {
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}";
  }
}
