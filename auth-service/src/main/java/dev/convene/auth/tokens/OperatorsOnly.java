package dev.convene.auth.tokens;

import dev.convene.auth.clients.Scope;
import dev.convene.auth.people.Operators;
import dev.convene.auth.people.People;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * A client asks for all that it can use, whoever signs in. Who is no operator is not given what is
 * for operators; the answer's {@code scope} says so, as RFC 6749 (3.3) has it.
 */
@Component
public class OperatorsOnly {

  private final AuthenticationConverter asked =
      new OAuth2AuthorizationCodeRequestAuthenticationConverter();
  private final People people;
  private final Operators operators;

  OperatorsOnly(People people, Operators operators) {
    this.people = people;
    this.operators = operators;
  }

  /** What that request asks for, for the person who is signed in. */
  public @Nullable Authentication convert(HttpServletRequest request) {
    Authentication converted = asked.convert(request);
    if (converted instanceof OAuth2AuthorizationCodeRequestAuthenticationToken token
        && token.getPrincipal() instanceof Authentication principal
        && principal.isAuthenticated()
        && token.getScopes().stream().anyMatch(Scope::isOfOperators)
        && people.find(principal.getName()).filter(operators::include).isEmpty()) {
      Set<String> scopes =
          token.getScopes().stream()
              .filter(scope -> !Scope.isOfOperators(scope))
              .collect(Collectors.toSet());
      return new OAuth2AuthorizationCodeRequestAuthenticationToken(
          token.getAuthorizationUri(),
          token.getClientId(),
          principal,
          token.getRedirectUri(),
          token.getState(),
          scopes,
          token.getAdditionalParameters());
    }
    return converted;
  }
}
