package dev.convene.auth.vendors;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The application that Entra ID knows.
 *
 * @param baseUrl where Entra ID is ({@code ENTRA_BASE_URL})
 * @param tenant the directory's id ({@code ENTRA_TENANT_ID}): with Entra ID itself the UUID, since
 *     that is what tokens name
 * @param clientId the application's id
 * @param clientSecret its secret
 */
@ConfigurationProperties("convene.microsoft")
record MicrosoftProperties(URI baseUrl, String tenant, String clientId, String clientSecret) {

  /** Who somebody is, and what calendars need: one's own, those shared with one, and groups. */
  static final List<String> SCOPES =
      List.of(
          "openid",
          "profile",
          "email",
          "offline_access",
          "https://graph.microsoft.com/Calendars.ReadWrite",
          "https://graph.microsoft.com/Calendars.ReadWrite.Shared",
          "https://graph.microsoft.com/GroupMember.Read.All");

  String at(String path) {
    return baseUrl.toString().replaceAll("/+$", "") + "/" + tenant + path;
  }

  /** Who signs the id tokens. */
  String issuer() {
    return at("/v2.0");
  }
}
