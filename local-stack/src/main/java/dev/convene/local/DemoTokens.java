package dev.convene.local;

import dev.convene.local.process.Interrupted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo clients' tokens. Each is kept, and another is asked for well before it expires; while
 * auth-service is away, the one that there is goes on.
 */
public final class DemoTokens {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(3);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Runnable::run)
          .connectTimeout(PATIENCE)
          .build();
  private final URI endpoint;
  private final String secret;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /** With nanoseconds of the system's timer. */
  private record Kept(String token, long renewAt, long end) {}

  /**
   * @param secret of each of them
   */
  public DemoTokens(URI auth, String secret) {
    this.endpoint = auth.resolve("/oauth2/token");
    this.secret = secret;
  }

  /**
   * The value of an {@code Authorization} header.
   *
   * @throws UncheckedIOException when auth-service does not answer, and no token is there
   */
  public String bearer(DemoClient client) {
    @Nullable Kept token = kept.get(client.clientId());
    if (token == null || System.nanoTime() - token.renewAt() > 0) {
      token = kept.compute(client.clientId(), (_, old) -> renewed(client, old));
    }
    return "Bearer " + token.token();
  }

  private Kept renewed(DemoClient client, @Nullable Kept old) {
    long now = System.nanoTime();
    if (old != null && now - old.renewAt() <= 0) {
      return old; // another thread was faster
    }
    try {
      return fetched(client, now);
    } catch (IOException e) {
      if (old != null && now - old.end() < 0) {
        return new Kept(old.token(), now + TRY_AGAIN.toNanos(), old.end());
      }
      throw new UncheckedIOException("auth-service gives no token", e);
    }
  }

  private Kept fetched(DemoClient client, long now) throws IOException {
    String credentials = client.clientId() + ":" + secret;
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.statusCode() + " for " + client.clientId());
      }
      JsonNode body = JSON.readTree(answer.body());
      long end = now + Duration.ofSeconds(body.path("expires_in").longValue()).toNanos();
      long renewAt = Math.max(now, end - RENEW_BEFORE_END.toNanos());
      return new Kept(body.path("access_token").stringValue(), renewAt, end);
    } catch (InterruptedException e) {
      throw Interrupted.by(e);
    }
  }
}
