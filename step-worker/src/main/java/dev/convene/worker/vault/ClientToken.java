package dev.convene.worker.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** By which this service proves to auth-service who it is; kept until shortly before its end. */
final class ClientToken {

  private static final Logger log = LoggerFactory.getLogger(ClientToken.class);
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final AuthCalls calls;
  private final VaultProperties properties;
  private final String scope;
  private final JsonMapper mapper;
  private final InstantSource clock;
  private @Nullable String token;
  private Instant renewAt = Instant.MIN;

  /**
   * @param scope such as {@code vault.webex}
   */
  ClientToken(
      AuthCalls calls,
      VaultProperties properties,
      String scope,
      JsonMapper mapper,
      InstantSource clock) {
    this.calls = calls;
    this.properties = properties;
    this.scope = scope;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * The value of an {@code Authorization} header; empty where auth-service gives none. Who comes
   * while another asks waits for its answer.
   */
  synchronized Optional<String> bearer() {
    Instant now = clock.instant();
    if (token == null || !now.isBefore(renewAt)) {
      token = null;
      calls
          .post(
              properties.at("/oauth2/token"),
              basic(),
              Map.of("grant_type", "client_credentials", "scope", scope))
          .ifPresent(answer -> take(answer, now));
    }
    return Optional.ofNullable(token).map(value -> "Bearer " + value);
  }

  /** auth-service does not accept it any more. */
  synchronized void reject(String bearer) {
    if (bearer.equals("Bearer " + token)) {
      token = null;
    }
  }

  private void take(HttpResponse<byte[]> answer, Instant asked) {
    JsonNode body = json(answer.body());
    String value = body.path("access_token").asString("");
    Duration lifetime = Duration.ofSeconds(body.path("expires_in").asLong(0));
    if (answer.statusCode() == 200 && !value.isEmpty() && lifetime.isPositive()) {
      Duration half = lifetime.dividedBy(2);
      token = value;
      renewAt = asked.plus(lifetime).minus(half.compareTo(AHEAD) < 0 ? half : AHEAD);
    } else if (answer.statusCode() == 400 || answer.statusCode() == 401) {
      log.error(
          "auth-service does not let {} in ({} {}): see AUTH_CLIENT_ID and AUTH_CLIENT_SECRET, and"
              + " whether the client has the scope {}",
          properties.clientId(),
          answer.statusCode(),
          body.path("error").asString("").replaceAll("[^a-z_]", ""),
          scope);
    }
  }

  private JsonNode json(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (JacksonException e) {
      return mapper.createObjectNode();
    }
  }

  /** As RFC 6749 wants it: both are encoded as in a form. */
  private String basic() {
    String both = encoded(properties.clientId()) + ":" + encoded(properties.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
