package dev.convene.auth.tokens;

import java.util.Collections;
import java.util.Set;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Access tokens as RFC 9068 has them: their own type, who they are for, who asked for them. */
@Component
class AccessTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private static final String TYPE = "at+jwt";

  private final TokensProperties properties;

  AccessTokenClaims(TokensProperties properties) {
    this.properties = properties;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
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
  }
}
