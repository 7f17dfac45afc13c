package dev.convene.auth.clients;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param clientsFile the clients that are configured as data ({@code AUTH_CLIENTS_FILE})
 * @param tokenLifetime how long an access token is good for; less than a signing key is published
 *     after it last signed
 * @param refreshTokenLifetime how long somebody may be away before they have to sign in again
 */
@ConfigurationProperties("convene")
record ClientsProperties(
    Path clientsFile,
    @DefaultValue("10m") Duration tokenLifetime,
    @DefaultValue("12h") Duration refreshTokenLifetime) {

  private static final Duration LONGEST = Duration.ofMinutes(30);

  ClientsProperties {
    if (tokenLifetime.isNegative()
        || tokenLifetime.isZero()
        || tokenLifetime.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "convene.token-lifetime must be more than nothing and at most 30 minutes");
    }
  }
}
