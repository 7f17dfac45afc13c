package dev.convene.worker.surroundings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** auth-service as a worker sees it: a token for itself, and the hand-out of vendors' tokens. */
public final class HandOutServer implements AutoCloseable {

  public static final String SECRET = "a-worker-secret";

  private final HttpServer server;
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger keys = new AtomicInteger();
  private volatile Function<Map<String, String>, Answer> answers;

  /** What is answered, and how. */
  public record Answer(int status, String json, Map<String, String> headers) {

    public static Answer token(String value, Duration lifetime) {
      return new Answer(
          200,
          "{\"access_token\":\"%s\",\"expires_in\":%d}".formatted(value, lifetime.toSeconds()),
          Map.of());
    }

    /** There is no grant, for a reason such as {@code needs-reconnecting}. */
    public static Answer noGrant(String reason) {
      return new Answer(
          400, "{\"error\":\"invalid_grant\",\"reason\":\"%s\"}".formatted(reason), Map.of());
    }

    public static Answer away(Duration retryAfter) {
      return new Answer(
          503,
          "{\"error\":\"temporarily_unavailable\"}",
          Map.of("Retry-After", String.valueOf(retryAfter.toSeconds())));
    }
  }

  /** Answers so for what is in the form. */
  public HandOutServer(Function<Map<String, String>, Answer> answers) {
    this.answers = answers;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/oauth2/token", this::ownToken);
    server.createContext("/internal/v1/vendor-tokens", this::vendorToken);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The settings of a worker that is to use it. */
  public List<String> settings() {
    return List.of("--AUTH_ISSUER=" + url(), "--AUTH_CLIENT_SECRET=" + SECRET);
  }

  public void answers(Function<Map<String, String>, Answer> other) {
    answers = other;
  }

  /** From now on no token is good that it gave to the worker before. */
  public void changeKeys() {
    keys.incrementAndGet();
  }

  private String ownToken() {
    return "a-worker-token-" + keys;
  }

  /** The forms that have come in so far. */
  public List<Map<String, String>> asked() {
    return asked;
  }

  private void ownToken(HttpExchange exchange) throws IOException {
    String basic = exchange.getRequestHeaders().getFirst("Authorization");
    boolean known = basic != null && decoded(basic).endsWith(":" + SECRET);
    reply(
        exchange,
        known
            ? Answer.token(ownToken(), Duration.ofMinutes(10))
            : new Answer(401, "{\"error\":\"invalid_client\"}", Map.of()));
  }

  private static String decoded(String basic) {
    return new String(Base64.getDecoder().decode(basic.substring("Basic ".length())), UTF_8);
  }

  private void vendorToken(HttpExchange exchange) throws IOException {
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + ownToken()).equals(bearer)) {
      reply(exchange, new Answer(401, "{}", Map.of()));
      return;
    }
    Map<String, String> form =
        Arrays.stream(new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&"))
            .map(field -> field.split("=", 2))
            .collect(
                Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    asked.add(form);
    reply(exchange, answers.apply(form));
  }

  private static void reply(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.json().getBytes(UTF_8);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
