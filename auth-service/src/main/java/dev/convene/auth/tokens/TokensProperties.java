package dev.convene.auth.tokens;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every token says of where it is from and whom it is for.
 *
 * @param issuer the URL that others reach this service at ({@code AUTH_ISSUER}), which every token
 *     names
 * @param audience who the access tokens are for: Convene's APIs
 */
@ConfigurationProperties("convene")
public record TokensProperties(String issuer, @DefaultValue("convene") String audience) {

  /** Refuses an issuer that no client could compare. */
  public TokensProperties {
    URI uri = URI.create(issuer);
    boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!http
        || uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || issuer.endsWith("/")) {
      throw new IllegalArgumentException(
          "AUTH_ISSUER must be a URL with neither query nor fragment nor a slash at the end");
    }
  }
}
