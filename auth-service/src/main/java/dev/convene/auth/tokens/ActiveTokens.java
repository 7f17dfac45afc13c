package dev.convene.auth.tokens;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Refuses what was revoked, or belongs to a disabled client, at once. Other services verify by
 * signature alone, and go on until the token expires.
 */
@Component
public class ActiveTokens implements OAuth2TokenValidator<Jwt> {

  private final OAuth2AuthorizationService issued;

  ActiveTokens(OAuth2AuthorizationService issued) {
    this.issued = issued;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    OAuth2Authorization found =
        issued.findByToken(token.getTokenValue(), OAuth2TokenType.ACCESS_TOKEN);
    OAuth2Authorization.Token<OAuth2AccessToken> access =
        found == null ? null : found.getAccessToken();
    return access != null && access.isActive()
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token is not active.", null));
  }
}
