package dev.convene.gateway.security;

import dev.convene.defaults.sealing.Seal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what a sign-in under way has to be compared with in the browser that it is under way in,
 * sealed. So nobody who only begins to sign in takes room for a session here, any replica can go
 * on, and no other browser can.
 */
@Component
class SignInCookie implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String PURPOSE = "sign-in";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Seal seal;
  private final JsonMapper mapper;
  private final InstantSource clock;
  private final PortalProperties properties;
  private final String name;

  SignInCookie(Seal seal, JsonMapper mapper, InstantSource clock, PortalProperties properties) {
    this.seal = seal;
    this.mapper = mapper;
    this.clock = clock;
    this.properties = properties;
    this.name = properties.cookie("convene-sign-in");
  }

  /** What is in it. */
  record Begun(
      String clientId,
      String authorizationUri,
      String redirectUri,
      Set<String> scopes,
      String state,
      Map<String, String> attributes,
      Instant until) {

    private OAuth2AuthorizationRequest request() {
      return OAuth2AuthorizationRequest.authorizationCode()
          .clientId(clientId)
          .authorizationUri(authorizationUri)
          .redirectUri(redirectUri)
          .scopes(scopes)
          .state(state)
          .attributes(all -> all.putAll(attributes))
          .build();
    }
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
    return Mono.justOrEmpty(exchange.getRequest().getCookies().getFirst(name))
        .flatMap(cookie -> Mono.justOrEmpty(begun(cookie)))
        .filter(begun -> clock.instant().isBefore(begun.until()))
        .filter(
            begun -> begun.state().equals(exchange.getRequest().getQueryParams().getFirst("state")))
        .map(Begun::request);
  }

  private @Nullable Begun begun(HttpCookie cookie) {
    try {
      return mapper.readValue(seal.open(cookie.getValue(), PURPOSE), Begun.class);
    } catch (Seal.CannotOpen | JacksonException _) {
      return null; // not one of ours, or from before the keyset was changed
    }
  }

  @Override
  public Mono<Void> saveAuthorizationRequest(
      OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
    return Mono.fromRunnable(() -> {
      Map<String, String> attributes =
          request.getAttributes().entrySet().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, each -> String.valueOf(each.getValue())));
      Begun begun =
          new Begun(
              request.getClientId(),
              request.getAuthorizationUri(),
              String.valueOf(request.getRedirectUri()),
              request.getScopes(),
              String.valueOf(request.getState()),
              attributes,
              clock.instant().plus(LONGEST));
      set(exchange, seal.seal(mapper.writeValueAsString(begun), PURPOSE), LONGEST);
    });
  }

  /** Good for one return. */
  @Override
  public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
    return loadAuthorizationRequest(exchange).doOnNext(_ -> set(exchange, "", Duration.ZERO));
  }

  private void set(ServerWebExchange exchange, String value, Duration age) {
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(properties.isOverTls())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build());
  }
}
