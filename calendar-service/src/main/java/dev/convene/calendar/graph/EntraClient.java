package dev.convene.calendar.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.Reason;
import dev.convene.defaults.http.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entra's token endpoint, for the client credentials grant alone. */
final class EntraClient {

  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final Duration LONGEST_LIFETIME = Duration.ofHours(24);

  private final HttpClient http;
  private final HttpRequest request;
  private final Duration timeout;
  private final JsonMapper mapper;
  private final InstantSource clock;

  /**
   * @param scope such as {@code https://graph.microsoft.com/.default}
   */
  EntraClient(
      HttpClient http,
      EntraSettings settings,
      String scope,
      JsonMapper mapper,
      InstantSource clock) {
    this.http = http;
    this.timeout = settings.timeout();
    this.mapper = mapper;
    this.clock = clock;
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(
                encoded(settings.clientId()), encoded(settings.clientSecret()), encoded(scope));
    this.request =
        HttpRequest.newBuilder(
                URI.create(
                    settings.baseUrl() + "/" + encoded(settings.tenantId()) + "/oauth2/v2.0/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(form))
            .build();
  }

  /** What the endpoint answered. */
  sealed interface Reply {
    record Token(String token, Duration lifetime) implements Reply {
      @Override
      public String toString() {
        return "Token";
      }
    }

    record Refused(Reason reason) implements Reply {}

    record Failed(Reason reason, @Nullable Duration retryAfter) implements Reply {}
  }

  /** Asks once. */
  Reply token() {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    try {
      // The request's own time-out would end with the headers.
      return read(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Reply.Failed(noAnswer(), null);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Failed(noAnswer(), null);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) {
        return new Reply.Failed(noAnswer(), null);
      }
      throw new IllegalStateException("asking Entra for a token failed", e.getCause());
    }
  }

  private Reply read(HttpResponse<byte[]> response) {
    JsonNode body = json(response.body());
    int status = response.statusCode();
    String token = body.path("access_token").asString("");
    Duration lifetime = lifetime(body);
    if (status == 200 && !token.isEmpty() && lifetime.isPositive()) {
      return new Reply.Token(token, lifetime);
    }
    String error = body.path("error").asString("").replaceAll("[^a-z_]", "");
    if (status >= 400 && status < 500 && status != 429 && isForGood(error)) {
      return new Reply.Refused(refused(error, body));
    }
    return new Reply.Failed(
        noAnswer(),
        RetryAfter.of(
            response.headers().allValues("Retry-After"), clock.instant(), Failures.LONGEST_WAIT));
  }

  /** An answer without OAuth's own error comes from something in between, and may pass. */
  private static boolean isForGood(String error) {
    return !error.isEmpty() && !"temporarily_unavailable".equals(error);
  }

  private JsonNode json(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (JacksonException e) {
      return mapper.createObjectNode();
    }
  }

  private static Duration lifetime(JsonNode body) {
    Duration lifetime = Duration.ofSeconds(body.path("expires_in").asLong(0));
    return lifetime.compareTo(LONGEST_LIFETIME) > 0 ? LONGEST_LIFETIME : lifetime;
  }

  private static Reason refused(String error, JsonNode body) {
    String trace = body.path("trace_id").asString("");
    return new Reason(
        "entra.sign-in-refused",
        "Microsoft Entra refuses the sign-in of calendar-service ("
            + error
            + "). An administrator must check ENTRA_TENANT_ID, ENTRA_CLIENT_ID and"
            + " ENTRA_CLIENT_SECRET, or renew the secret. It is tried again by itself.",
        trace.matches("[A-Za-z0-9-]{1,64}") ? trace : null);
  }

  static Reason noAnswer() {
    return new Reason(
        "entra.unavailable",
        "Microsoft Entra gives no access token just now. It is tried again by itself.");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
