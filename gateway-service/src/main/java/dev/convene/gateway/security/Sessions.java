package dev.convene.gateway.security;

import dev.convene.gateway.access.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Who is signed in, for as long as that may be. A sign-in gets a session with an id of its own, so
 * that nobody can know it beforehand.
 */
@Component
class Sessions implements ServerSecurityContextRepository {

  private final ServerSecurityContextRepository kept =
      new WebSessionServerSecurityContextRepository();
  private final PortalProperties properties;
  private final InstantSource clock;

  Sessions(PortalProperties properties, InstantSource clock) {
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    return exchange
        .getSession()
        .doOnNext(session -> session.setMaxIdleTime(properties.idle()))
        .then(kept.save(exchange, context));
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    return kept.load(exchange)
        .flatMap(context ->
            isOver(context)
                ? exchange.getSession().flatMap(WebSession::invalidate).then(Mono.empty())
                : Mono.just(context));
  }

  private boolean isOver(SecurityContext context) {
    Instant now = clock.instant();
    Authentication authentication = context.getAuthentication();
    return authentication == null
        || !(authentication.getPrincipal() instanceof SignedIn person)
        || !now.isBefore(person.until());
  }
}
