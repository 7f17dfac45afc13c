package dev.convene.auth.tokens;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What RFC 7523 demands of an assertion whose signature is good, and RFC 9700 beside it: made by
 * this client about itself, for us, short-lived, and used once.
 *
 * @param audiences ours: the issuer, and the token endpoint
 */
record AssertionRules(
    String clientId, Set<String> audiences, InstantSource clock, SpentAssertions spent)
    implements OAuth2TokenValidator<Jwt> {

  /** How far the client's clock may be off. */
  static final Duration SKEW = Duration.ofSeconds(30);

  /** Longer would only give a thief more time. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int LONGEST_JTI = 255;

  @Override
  public OAuth2TokenValidatorResult validate(Jwt assertion) {
    String wrong = wrong(assertion);
    return wrong == null
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, wrong, null));
  }

  private @Nullable String wrong(Jwt assertion) {
    Instant now = clock.instant();
    Instant expires = assertion.getExpiresAt();
    Instant notBefore = assertion.getNotBefore();
    Instant issued = assertion.getIssuedAt();
    String jti = assertion.getId();
    List<String> audience = assertion.getAudience();
    if (!clientId.equals(assertion.getClaimAsString("iss"))
        || !clientId.equals(assertion.getSubject())) {
      return "iss and sub must be the client's id";
    }
    if (audience == null || audience.stream().noneMatch(audiences::contains)) {
      return "aud must be the issuer or the token endpoint";
    }
    if (expires == null || !now.isBefore(expires.plus(SKEW))) {
      return "it has expired";
    }
    if (expires.isAfter(now.plus(LONGEST).plus(SKEW))) {
      return "it is good for too long";
    }
    if (isAhead(notBefore, now) || isAhead(issued, now)) {
      return "it is not good yet";
    }
    if (jti == null || jti.isBlank() || jti.length() > LONGEST_JTI) {
      return "it needs a jti of 1 to 255 characters";
    }
    // Last, so that one that is refused anyway is not counted as used.
    return spent.spend(clientId, jti, expires.plus(SKEW)) ? null : "it was used before";
  }

  private static boolean isAhead(@Nullable Instant time, Instant now) {
    return time != null && time.isAfter(now.plus(SKEW));
  }
}
