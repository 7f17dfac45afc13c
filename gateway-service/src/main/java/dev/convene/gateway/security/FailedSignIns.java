package dev.convene.gateway.security;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import reactor.core.publisher.Mono;

/** Sends whose sign-in failed home, with no more than the word that it did. */
final class FailedSignIns implements ServerAuthenticationFailureHandler {

  private static final Logger log = LoggerFactory.getLogger(FailedSignIns.class);

  /** As OAuth has them; anything else is somebody's own words. */
  private static final String CODE = "[a-z_]{1,50}";

  private final ServerRedirectStrategy redirect = strategy();

  private static ServerRedirectStrategy strategy() {
    DefaultServerRedirectStrategy strategy = new DefaultServerRedirectStrategy();
    strategy.setHttpStatus(HttpStatus.SEE_OTHER);
    return strategy;
  }

  @Override
  public Mono<Void> onAuthenticationFailure(
      WebFilterExchange exchange, AuthenticationException error) {
    String code =
        error instanceof OAuth2AuthenticationException known ? known.getError().getErrorCode() : "";
    log.info("A sign-in failed: {}", code.matches(CODE) ? code : "for another reason");
    return redirect.sendRedirect(exchange.getExchange(), URI.create("/?sign-in=failed"));
  }
}
