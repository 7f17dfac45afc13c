package dev.convene.calendar.graph;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service signs in as itself (client credentials). The last three have no defaults.
 *
 * @param timeout for one request for a token
 * @param tenantId the tenant's id, or a domain of it
 */
@ConfigurationProperties("convene.entra")
record EntraSettings(
    URI baseUrl,
    @DefaultValue("10s") Duration timeout,
    String tenantId,
    String clientId,
    String clientSecret) {

  EntraSettings {
    baseUrl = Settings.origin("convene.entra.base-url (ENTRA_BASE_URL)", baseUrl);
    Settings.positive("convene.entra.timeout", timeout);
    Settings.present("convene.entra.tenant-id (ENTRA_TENANT_ID)", tenantId);
    Settings.present("convene.entra.client-id (ENTRA_CLIENT_ID)", clientId);
    Settings.present("convene.entra.client-secret (ENTRA_CLIENT_SECRET)", clientSecret);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "EntraSettings[" + baseUrl + ", tenant " + tenantId + ", client " + clientId + "]";
  }
}
