package dev.convene.gateway.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * People who sign in here with their browsers.
 *
 * @param clientId what auth-service knows this service by
 * @param clientSecret ({@code AUTH_CLIENT_SECRET})
 * @param url what browsers reach this service at ({@code GATEWAY_URL}); empty: as each request says
 * @param idle after which a session ends
 * @param longest after which a person has to sign in anew, which takes no more than a redirect as
 *     long as the session at auth-service goes on
 */
@ConfigurationProperties("convene.portal")
record PortalProperties(
    @DefaultValue("convene-portal") String clientId,
    String clientSecret,
    @DefaultValue("") String url,
    @DefaultValue("30m") Duration idle,
    @DefaultValue("2h") Duration longest) {

  PortalProperties {
    if (!url.matches("(https?://[^/?#]+)?")) {
      throw new IllegalArgumentException(
          "GATEWAY_URL must be a URL without a path, such as https://convene.example.com");
    }
  }

  /** Whether cookies may be kept to connections that nobody listens in on. */
  boolean isOverTls() {
    return url.startsWith("https:");
  }

  /** For the address of one of our own pages. */
  String base() {
    return url.isEmpty() ? "{baseUrl}" : url;
  }

  /** By its prefix a browser knows not to take such a cookie from elsewhere. */
  String cookie(String name) {
    return isOverTls() ? "__Host-" + name : name;
  }
}
