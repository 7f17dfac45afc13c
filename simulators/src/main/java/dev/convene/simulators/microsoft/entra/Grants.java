package dev.convene.simulators.microsoft.entra;

import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What users have granted: authorization codes, good once, and refresh tokens. */
public final class Grants {
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

  /** For confidential clients; the lifetime cannot be configured at Microsoft either. */
  private static final Duration REFRESH_LIFETIME = Duration.ofDays(90);

  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, Refresh> refreshTokens = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public Grants(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What the user agreed to at sign-in.
   *
   * @param challenge of PKCE, S256
   * @param nonce for the id token
   */
  public record Consent(
      String clientId,
      String redirectUri,
      String user,
      Set<String> scopes,
      @Nullable String challenge,
      @Nullable String nonce) {}

  private record Code(Consent consent, Instant expires, boolean used) {}

  private record Refresh(Consent consent, Instant expires, int refusedWith) {}

  /** A code for a user who has signed in and agreed; the sign-in pages end here. */
  public String code(Consent consent) {
    String code = "0.sim-code-" + UUID.randomUUID();
    codes.put(code, new Code(consent, clock.instant().plus(CODE_LIFETIME), false));
    return code;
  }

  /** What the sign-in page asks for when somebody has agreed. */
  public String codeFor(
      Person person,
      String redirectUri,
      Set<String> scopes,
      @Nullable String challenge,
      @Nullable String nonce) {
    return code(
        new Consent(
            Seeds.CALENDAR.clientId(),
            redirectUri,
            person.address(),
            TokenEndpoint.scopes(String.join(" ", scopes)),
            challenge,
            nonce));
  }

  Consent redeem(String code) {
    Instant now = clock.instant();
    Code known = codes.get(code);
    if (known == null) {
      throw OAuthError.invalidGrant(70000, "The provided authorization code is malformed.")
          .refused(now);
    }
    if (!now.isBefore(known.expires())) {
      throw OAuthError.invalidGrant(70008, "The provided authorization code has expired.")
          .refused(now);
    }
    if (known.used()
        || !codes.replace(code, known, new Code(known.consent(), known.expires(), true))) {
      throw OAuthError.invalidGrant(54005, "OAuth2 Authorization code was already redeemed.")
          .refused(now);
    }
    return known.consent();
  }

  /** A new refresh token; older ones of the same grant stay good. */
  String refreshToken(Consent consent) {
    String token = "1.sim-refresh-" + UUID.randomUUID() + UUID.randomUUID();
    refreshTokens.put(token, new Refresh(consent, clock.instant().plus(REFRESH_LIFETIME), 0));
    return token;
  }

  Consent refresh(String token) {
    Instant now = clock.instant();
    Refresh known = refreshTokens.get(token);
    if (known == null) {
      throw OAuthError.invalidGrant(70000, "The provided refresh token is malformed.").refused(now);
    }
    if (known.refusedWith() != 0) {
      throw refusal(known.refusedWith()).refused(now);
    }
    if (!now.isBefore(known.expires())) {
      throw refusal(700082).refused(now);
    }
    return known.consent();
  }

  private static OAuthError refusal(int code) {
    return switch (code) {
      case 50173 ->
          OAuthError.invalidGrant(code, "The provided grant has expired due to it being revoked.");
      case 50076 ->
          new OAuthError(
              400,
              "interaction_required",
              code,
              "Due to a configuration change, you must use multi-factor authentication.");
      case 65001 ->
          new OAuthError(400, "invalid_grant", code, "The user has not consented to use the app.");
      default -> OAuthError.invalidGrant(code, "The refresh token has expired due to inactivity.");
    };
  }

  /**
   * Makes all refresh tokens of a user worthless.
   *
   * @param code what refreshing is answered with: 50173 revoked, 700082 inactive, 50076 MFA needed,
   *     65001 no consent
   * @return how many there were
   */
  public int revoke(String user, int code) {
    int revoked = 0;
    for (Map.Entry<String, Refresh> entry : refreshTokens.entrySet()) {
      Refresh old = entry.getValue();
      if (old.consent().user().equals(user)) {
        entry.setValue(new Refresh(old.consent(), old.expires(), code));
        revoked++;
      }
    }
    return revoked;
  }

  public void reset() {
    codes.clear();
    refreshTokens.clear();
  }
}
