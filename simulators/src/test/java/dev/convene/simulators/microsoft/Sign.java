package dev.convene.simulators.microsoft;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gets tokens. */
final class Sign {
  static final String REDIRECT = "http://localhost/back";
  static final String CALENDAR_SCOPES =
      "openid offline_access https://graph.microsoft.com/User.Read"
          + " https://graph.microsoft.com/Calendars.ReadWrite.Shared";

  private Sign() {}

  static Graph inAsApplication(URI base) {
    return new Graph(
        base, token(base, "contoso.example", "convene-calendar", "convene-calendar-secret"));
  }

  /** An application's token, from whichever Entra answers at the address. */
  static String token(URI entra, String tenant, String client, String secret) {
    return new Graph(entra, "")
        .form(
            "/" + tenant + "/oauth2/v2.0/token",
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                secret,
                "scope",
                "https://graph.microsoft.com/.default"))
        .json()
        .path("access_token")
        .stringValue();
  }

  static Graph inAs(URI base, String user) {
    return inAs(base, user, CALENDAR_SCOPES);
  }

  static Graph inAs(URI base, String user, String scopes) {
    return new Graph(
        base,
        redeem(base, code(base, user, scopes, ""), "").json().path("access_token").stringValue());
  }

  static String code(URI base, String user, String scopes, String challenge) {
    String pkce = challenge.isEmpty() ? "" : ", \"codeChallenge\": \"" + challenge + "\"";
    return new Graph(base, "")
        .post(
            "/_sim/codes",
            """
            {"user": "%s", "redirectUri": "%s", "scope": "%s"%s}
            """
                .formatted(user, REDIRECT, scopes, pkce))
        .json()
        .path("code")
        .stringValue();
  }

  static Graph.Answer redeem(URI base, String code, String verifier) {
    Map<String, String> form = form("authorization_code");
    form.put("code", code);
    form.put("redirect_uri", REDIRECT);
    if (!verifier.isEmpty()) {
      form.put("code_verifier", verifier);
    }
    return new Graph(base, "").form("/contoso.example/oauth2/v2.0/token", form);
  }

  static Graph.Answer refresh(URI base, String refreshToken) {
    Map<String, String> form = form("refresh_token");
    form.put("refresh_token", refreshToken);
    return new Graph(base, "").form("/contoso.example/oauth2/v2.0/token", form);
  }

  static Map<String, String> form(String grantType) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", grantType);
    form.put("client_id", "convene-calendar");
    form.put("client_secret", "convene-calendar-secret");
    return form;
  }
}
