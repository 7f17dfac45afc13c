package dev.convene.gateway.security;

import dev.convene.gateway.access.Callers;
import dev.convene.gateway.access.Door;
import dev.convene.gateway.access.Doors;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets in by {@link Doors}, and nobody where there is no door. */
@Component
class Doorkeeper implements ReactiveAuthorizationManager<AuthorizationContext> {

  private static final AuthorizationResult IN = new AuthorizationDecision(true);
  private static final AuthorizationResult OUT = new AuthorizationDecision(false);

  @Override
  public Mono<AuthorizationResult> authorize(
      Mono<Authentication> authentication, AuthorizationContext context) {
    ServerHttpRequest request = context.getExchange().getRequest();
    Optional<Door> door = Doors.at(request.getMethod(), request.getPath().pathWithinApplication());
    if (door.isEmpty()) {
      return Mono.just(OUT);
    }
    if (door.get().isToEverybody()) {
      return Mono.just(IN);
    }
    return authentication
        .flatMap(who -> Mono.justOrEmpty(Callers.of(who)))
        .map(caller -> door.get().isOpenTo(caller) ? IN : OUT)
        .defaultIfEmpty(OUT);
  }
}
