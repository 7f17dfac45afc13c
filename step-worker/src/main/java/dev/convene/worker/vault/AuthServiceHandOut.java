package dev.convene.worker.vault;

import dev.convene.contracts.Provider;
import dev.convene.defaults.http.RetryAfter;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hand-out of auth-service, {@code POST /internal/v1/vendor-tokens}. */
final class AuthServiceHandOut implements HandOut {

  private static final Logger log = LoggerFactory.getLogger(AuthServiceHandOut.class);

  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String TOKEN_TYPE = "urn:convene:token-type:";

  /** Longer than this nobody is kept waiting, whatever is asked for. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** Where nothing answers, nobody else waits for that for as long. */
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private static final Reply AWAY = new Reply.Away(null);

  private final AuthCalls calls;
  private final ClientToken client;
  private final Provider provider;
  private final VaultProperties properties;
  private final JsonMapper mapper;
  private final InstantSource clock;
  private volatile Instant silentUntil = Instant.MIN;

  AuthServiceHandOut(
      AuthCalls calls,
      ClientToken client,
      Provider provider,
      VaultProperties properties,
      JsonMapper mapper,
      InstantSource clock) {
    this.calls = calls;
    this.client = client;
    this.provider = provider;
    this.properties = properties;
    this.mapper = mapper;
    this.clock = clock;
  }

  @Override
  public Reply ask(Subject subject, Why why, @Nullable String refused) {
    if (clock.instant().isBefore(silentUntil)) {
      return AWAY;
    }
    Map<String, String> form = form(subject, why, refused);
    Optional<HttpResponse<byte[]>> answer = posted(form);
    if (answer.filter(response -> response.statusCode() == 401).isPresent()) {
      // Its keys or this client have changed since our token was made, which has been let go.
      answer = posted(form);
    }
    return answer.map(this::read).orElse(AWAY);
  }

  private Optional<HttpResponse<byte[]>> posted(Map<String, String> form) {
    Optional<String> bearer = client.bearer();
    Optional<HttpResponse<byte[]>> answer =
        bearer.flatMap(
            header -> calls.post(properties.at("/internal/v1/vendor-tokens"), header, form));
    if (answer.isEmpty()) {
      silentUntil = clock.instant().plus(SILENCE);
    } else if (answer.get().statusCode() == 401) {
      bearer.ifPresent(client::reject);
    }
    return answer;
  }

  private Map<String, String> form(Subject subject, Why why, @Nullable String refused) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", GRANT_TYPE);
    form.put("resource", provider.id());
    form.put("subject_token_type", TOKEN_TYPE + subject.type());
    form.put("subject_token", subject.id());
    switch (why) {
      case Why.ForMeeting(UUID id) -> form.put("meeting", id.toString());
      case Why.Purpose(String word) -> form.put("purpose", word);
    }
    if (refused != null) {
      form.put("refused", refused);
    }
    return form;
  }

  private Reply read(HttpResponse<byte[]> response) {
    JsonNode body = json(response.body());
    int status = response.statusCode();
    String token = body.path("access_token").asString("");
    Duration lifetime = Duration.ofSeconds(body.path("expires_in").asLong(0));
    if (status == 200 && !token.isEmpty() && lifetime.isPositive()) {
      return new Reply.Token(token, lifetime);
    }
    if (status == 400 && "invalid_grant".equals(body.path("error").asString(""))) {
      switch (body.path("reason").asString("")) {
        case "not-connected" -> {
          return new Reply.NotConnected();
        }
        case "needs-reconnecting" -> {
          return new Reply.NeedsReconnecting();
        }
        default -> {}
      }
    }
    if (status < 500 && status != 429) {
      log.error("auth-service hands out no token for {}: {}", provider.id(), status);
    }
    List<String> wait = response.headers().allValues("Retry-After");
    return new Reply.Away(RetryAfter.of(wait, clock.instant(), LONGEST_WAIT));
  }

  private JsonNode json(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (JacksonException e) {
      return mapper.createObjectNode();
    }
  }
}
