package dev.convene.calendar.graph;

import dev.convene.defaults.MissingSetting;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service signs in as itself (client credentials). There are no default credentials.
 *
 * @param tenantId the tenant's id or a domain of it
 * @param timeout for one request for a token
 */
@ConfigurationProperties("convene.entra")
record EntraSettings(
    URI baseUrl,
    @Nullable String tenantId,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @DefaultValue("10s") Duration timeout) {

  EntraSettings {
    baseUrl = Settings.origin("convene.entra.base-url (ENTRA_BASE_URL)", baseUrl);
    Settings.positive("convene.entra.timeout", timeout);
  }

  /**
   * @throws MissingSetting when one of them is not set
   */
  Credentials credentials() {
    return new Credentials(
        needed(tenantId, "tenant-id", "ENTRA_TENANT_ID", "the Microsoft Entra tenant's id"),
        needed(clientId, "client-id", "ENTRA_CLIENT_ID", "the application's client id"),
        needed(clientSecret, "client-secret", "ENTRA_CLIENT_SECRET", "a client secret of it"));
  }

  private static String needed(
      @Nullable String value, String property, String variable, String meaning) {
    if (value == null || value.isBlank()) {
      throw new MissingSetting("convene.entra." + property, variable, meaning);
    }
    return value;
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "EntraSettings[" + baseUrl + ", tenant " + tenantId + ", client " + clientId + "]";
  }

  /** All that is needed to sign in. */
  record Credentials(String tenantId, String clientId, String clientSecret) {
    @Override
    public String toString() {
      return "Credentials[" + clientId + "]";
    }
  }
}
