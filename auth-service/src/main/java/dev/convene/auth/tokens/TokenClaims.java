package dev.convene.auth.tokens;

import dev.convene.auth.clients.Clients;
import dev.convene.auth.clients.Scope;
import dev.convene.auth.people.Operators;
import dev.convene.auth.people.People;
import dev.convene.auth.people.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Access tokens as RFC 9068 has them: their own type, who they are for, who asked for them; and who
 * somebody is, in the tokens of people.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private static final String TYPE = "at+jwt";

  private final TokensProperties properties;
  private final People people;
  private final Operators operators;

  TokenClaims(TokensProperties properties, People people, Operators operators) {
    this.properties = properties;
    this.people = people;
    this.operators = operators;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    boolean forItself =
        AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
    if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      describe(context, person(context), context.getAuthorizedScopes());
      return;
    }
    Set<String> scopes = context.getAuthorizedScopes();
    context.getJwsHeader().type(TYPE);
    context
        .getClaims()
        // Not List.of: what is stored is read again by a mapper that knows few kinds of list.
        .audience(Collections.singletonList(properties.audience()))
        .claim("client_id", context.getRegisteredClient().getClientId())
        .claim("scope", String.join(" ", scopes.stream().sorted().toList()));
    if (forItself) {
      List<String> hosts = Clients.hosts(context.getRegisteredClient());
      if (!hosts.isEmpty()) {
        context.getClaims().claim("hosts", new ArrayList<>(hosts));
      }
    } else {
      forPerson(context, scopes);
    }
  }

  /** Who is an operator no more stops being one with the next token. */
  private void forPerson(JwtEncodingContext context, Set<String> scopes) {
    Person person = person(context);
    boolean operator = operators.include(person);
    context
        .getClaims()
        .claim("email", person.email())
        .claim("name", person.name())
        .claim(
            "scope",
            String.join(
                " ",
                scopes.stream()
                    .filter(scope -> operator || !Scope.isOfOperators(scope))
                    .sorted()
                    .toList()));
  }

  private static void describe(JwtEncodingContext context, Person person, Set<String> scopes) {
    if (scopes.contains(OidcScopes.EMAIL)) {
      context.getClaims().claim("email", person.email()).claim("email_verified", true);
    }
    if (scopes.contains(OidcScopes.PROFILE)) {
      context.getClaims().claim("name", person.name());
    }
  }

  private Person person(JwtEncodingContext context) {
    Authentication principal = context.getPrincipal();
    return Optional.ofNullable(principal)
        .map(Authentication::getName)
        .flatMap(people::find)
        .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
  }
}
