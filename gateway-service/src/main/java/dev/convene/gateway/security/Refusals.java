package dev.convene.gateway.security;

import static java.util.stream.Collectors.joining;

import dev.convene.gateway.access.Door;
import dev.convene.gateway.access.Doors;
import dev.convene.gateway.access.Scope;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Says at a door that is shut why it is: as a problem, and as RFC 6750 has it in {@code
 * WWW-Authenticate}. Where there is no door, it says only that.
 */
@Component
class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

  private static final String API = "/api/";

  private final Problems problems;

  Refusals(Problems problems) {
    this.problems = problems;
  }

  /** Nobody is asking, or somebody whose token is not good. */
  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
    if (!path(exchange).value().startsWith(API)) {
      return noDoor(exchange);
    }
    boolean tokenIsBad = error instanceof OAuth2AuthenticationException;
    authenticate(exchange, tokenIsBad ? "Bearer error=\"invalid_token\"" : "Bearer");
    return problems.write(
        exchange,
        Problem.of(
            ProblemType.UNAUTHENTICATED,
            tokenIsBad
                ? "The token has expired, or is not one of auth-service's for this API."
                : "Send a token of auth-service's in the Authorization header, or sign in."));
  }

  /** The caller is known, and may not come in here. */
  @Override
  public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
    if (denied instanceof CsrfException) {
      return problems.write(
          exchange,
          Problem.of(
              ProblemType.FORBIDDEN,
              "Say in the header X-XSRF-TOKEN what the cookie XSRF-TOKEN says, so that it is known"
                  + " to come from a page of ours."));
    }
    Optional<Door> door = Doors.at(exchange.getRequest().getMethod(), path(exchange));
    if (door.isEmpty()) {
      return noDoor(exchange);
    }
    Set<Scope> opens = door.get().opens();
    String scopes = opens.stream().map(Scope::value).sorted().collect(joining(" "));
    authenticate(exchange, "Bearer error=\"insufficient_scope\", scope=\"" + scopes + "\"");
    return problems.write(
        exchange,
        Problem.of(
            ProblemType.FORBIDDEN,
            "This needs the scope " + scopes.replace(" ", " or the scope ") + "."));
  }

  private Mono<Void> noDoor(ServerWebExchange exchange) {
    Set<HttpMethod> methods = Doors.methodsAt(path(exchange));
    if (methods.isEmpty()) {
      return problems.write(
          exchange, Problem.of(ProblemType.NOT_FOUND, "No resource has this path."));
    }
    exchange.getResponse().getHeaders().setAllow(methods);
    return problems.write(
        exchange,
        Problem.of(
            ProblemType.METHOD_NOT_ALLOWED,
            exchange.getRequest().getMethod() + " is not allowed here, " + methods + " is."));
  }

  private static void authenticate(ServerWebExchange exchange, String challenge) {
    exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
  }

  private static PathContainer path(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().pathWithinApplication();
  }
}
