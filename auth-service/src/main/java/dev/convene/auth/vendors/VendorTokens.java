package dev.convene.auth.vendors;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Both vendors' token endpoints. No call takes longer than {@link VendorHttp} lets it. */
@Component
public class VendorTokens {

  private static final String GRAPH = "https://graph.microsoft.com/.default";

  private final TokenCalls calls;
  private final MicrosoftProperties microsoft;
  private final WebexProperties webex;

  VendorTokens(TokenCalls calls, MicrosoftProperties microsoft, WebexProperties webex) {
    this.calls = calls;
    this.microsoft = microsoft;
    this.webex = webex;
  }

  /** A new access token for what that person has granted. */
  public TokenAnswer refresh(Provider provider, String refreshToken) {
    return switch (provider) {
      case MICROSOFT ->
          microsoft(
              Map.of(
                  "grant_type", "refresh_token",
                  "refresh_token", refreshToken,
                  "scope", String.join(" ", MicrosoftProperties.SCOPES),
                  "client_id", microsoft.clientId(),
                  "client_secret", microsoft.clientSecret()));
      case WEBEX ->
          webex(
              refreshing(
                  webex.integrationClientId(), webex.integrationClientSecret(), refreshToken));
    };
  }

  /** What a person has just granted at Webex. */
  public TokenAnswer redeemAtWebex(String code, String redirectUri, String verifier) {
    return webex(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            redirectUri,
            "code_verifier",
            verifier,
            "client_id",
            webex.integrationClientId(),
            "client_secret",
            webex.integrationClientSecret()));
  }

  /** The application's own token, for what no person started. */
  public TokenAnswer forApplication(Provider provider) {
    return switch (provider) {
      case MICROSOFT ->
          microsoft(
              Map.of(
                  "grant_type",
                  "client_credentials",
                  "scope",
                  GRAPH,
                  "client_id",
                  microsoft.clientId(),
                  "client_secret",
                  microsoft.clientSecret()));
      case WEBEX -> {
        String id = webex.clientId();
        String secret = webex.clientSecret();
        String token = webex.refreshToken();
        yield id == null || secret == null || token == null || token.isBlank()
            ? new TokenAnswer.Refused("no_service_app")
            : webex(refreshing(id, secret, token));
      }
    };
  }

  private static Map<String, String> refreshing(String id, String secret, String token) {
    return Map.of(
        "grant_type", "refresh_token",
        "refresh_token", token,
        "client_id", id,
        "client_secret", secret);
  }

  private TokenAnswer microsoft(Map<String, String> form) {
    return calls.ask(Provider.MICROSOFT, microsoft.at("/oauth2/v2.0/token"), form, null);
  }

  private TokenAnswer webex(Map<String, String> form) {
    return calls.ask(Provider.WEBEX, webex.at("/v1/access_token"), form, "invalid_grant");
  }
}
