package dev.convene.gateway.security;

import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Against other sites' pages that send something in a signed-in person's browser: what changes
 * something says in a header what a cookie says, which other sites can neither read nor set. Asked
 * for only where a session's cookie came along, since nothing else does so unasked.
 */
@Component
class ForeignForms implements ServerWebExchangeMatcher {

  private static final Set<HttpMethod> CHANGE_NOTHING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

  private final PortalProperties properties;

  ForeignForms(PortalProperties properties) {
    this.properties = properties;
  }

  @Override
  public Mono<MatchResult> matches(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    boolean risky =
        !CHANGE_NOTHING.contains(request.getMethod())
            && hasSession(request)
            && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    return risky ? MatchResult.match() : MatchResult.notMatch();
  }

  private boolean hasSession(ServerHttpRequest request) {
    return request.getCookies().containsKey(SessionConfiguration.cookie(properties));
  }

  /** Readable to our own pages, and to them only. */
  CookieServerCsrfTokenRepository tokens() {
    CookieServerCsrfTokenRepository tokens = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieName(properties.cookie("XSRF-TOKEN"));
    tokens.setCookieCustomizer(
        cookie -> cookie.sameSite("Lax").secure(properties.isOverTls()).path("/"));
    return tokens;
  }

  /** Whoever has a session gets the cookie with the first answer. */
  Mono<Void> tell(ServerWebExchange exchange, WebFilterChain chain) {
    Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
    return token == null || !hasSession(exchange.getRequest())
        ? chain.filter(exchange)
        : token.then(chain.filter(exchange));
  }
}
