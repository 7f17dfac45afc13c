package dev.convene.auth.vendors;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The two applications that Webex knows.
 *
 * @param baseUrl where Webex is ({@code WEBEX_BASE_URL})
 * @param integrationClientId the integration that people connect
 * @param integrationClientSecret its secret
 * @param clientId the service app, for what no person started; empty where there is none
 * @param clientSecret its secret
 * @param refreshToken what an administrator was given when authorising it
 */
@ConfigurationProperties("convene.webex")
record WebexProperties(
    URI baseUrl,
    String integrationClientId,
    String integrationClientSecret,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String refreshToken) {

  /** To schedule for the person, to read how they like it, and to know who it is. */
  static final String SCOPES =
      "meeting:schedules_read meeting:schedules_write meeting:preferences_read spark:people_read";

  String at(String path) {
    return baseUrl.toString().replaceAll("/+$", "") + path;
  }
}
