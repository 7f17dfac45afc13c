package dev.convene.worker.vault;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are got and kept. Why these times: ADR 0013.
 *
 * @param issuer where auth-service is for people
 * @param internalUrl where it is for services
 * @param clientId by which this service is known there
 * @param clientSecret what it proves that with
 * @param timeout for one call to auth-service
 * @param renewAhead a token in use is renewed so long before its end; of one that is good for less
 *     than that and a half, after a third
 * @param renewEvery how often is looked for tokens to renew
 * @param keptFor a token is in use until nobody has wanted it for so long
 * @param most subjects that are kept at once; the ones that were wanted last
 * @param askAgain how often is asked whether somebody has reconnected
 * @param awayAgain when a step is tried again for which there was no token
 */
@ConfigurationProperties("convene.vault")
record VaultProperties(
    URI issuer,
    URI internalUrl,
    String clientId,
    String clientSecret,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("20m") Duration renewAhead,
    @DefaultValue("15s") Duration renewEvery,
    @DefaultValue("2h") Duration keptFor,
    @DefaultValue("10000") int most,
    @DefaultValue("1m") Duration askAgain,
    @DefaultValue("30s") Duration awayAgain) {

  /** Where services find that path. */
  URI at(String path) {
    return resolved(internalUrl, path);
  }

  /** Where people connect their accounts. */
  URI accounts() {
    return resolved(issuer, "/accounts");
  }

  private static URI resolved(URI base, String path) {
    return URI.create(base.toString().replaceAll("/+$", "") + path);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "VaultProperties[" + issuer + ", " + clientId + "]";
  }
}
