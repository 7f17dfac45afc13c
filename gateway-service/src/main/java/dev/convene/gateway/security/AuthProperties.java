package dev.convene.gateway.security;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are taken.
 *
 * @param issuer what they name as theirs ({@code AUTH_ISSUER})
 * @param internal what this service itself reaches the issuer at ({@code AUTH_INTERNAL_URL})
 * @param audience whom they must be for
 * @param keysRefresh how long keys are gone by before the issuer is asked again; they are kept for
 *     as long as it does not answer
 * @param keysAskAgain least time between two questions for a key that is not known
 * @param tokensKept how many verified tokens are remembered until they expire
 */
@ConfigurationProperties("convene.auth")
record AuthProperties(
    String issuer,
    String internal,
    @DefaultValue("convene") String audience,
    @DefaultValue("5m") Duration keysRefresh,
    @DefaultValue("10s") Duration keysAskAgain,
    @DefaultValue("10000") int tokensKept) {

  AuthProperties {
    if (issuer.endsWith("/") || !issuer.matches("https?://[^/?#]+(/[^?#]*)?")) {
      throw new IllegalArgumentException(
          "AUTH_ISSUER must be a URL with neither query nor fragment nor a slash at the end");
    }
  }

  /** Where the issuer publishes the keys that verify them. */
  URI keys() {
    return URI.create(internal + "/oauth2/jwks");
  }
}
