package dev.convene.simulators.webex;

import dev.convene.simulators.Simulators;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the contract suite speaks to.
 *
 * @param hostEmail named in every call by a caller with an administrator's scopes
 */
record WebexTarget(String name, URI base, String token, Optional<String> hostEmail) {
  private static final Simulators SIMULATOR =
      Simulators.builder().webexPort(0).clock(InstantSource.system()).start();

  static final String USER_SCOPES =
      "meeting:schedules_read meeting:schedules_write meeting:preferences_read spark:people_read";

  @Override
  public String toString() {
    return name;
  }

  /** A person who signed in. */
  static WebexTarget simulatorAsUser() {
    URI base = SIMULATOR.webex();
    return new WebexTarget(
        "simulator, as a user",
        base,
        userToken(base, "bob@contoso.example", USER_SCOPES),
        Optional.empty());
  }

  /** The service app, acting for a host. */
  static WebexTarget simulatorAsServiceApp() {
    URI base = SIMULATOR.webex();
    return new WebexTarget(
        "simulator, as the service app",
        base,
        serviceAppToken(base),
        Optional.of("alice@contoso.example"));
  }

  /** The real thing, where a token is given in the environment. */
  static Optional<WebexTarget> live() {
    return Optional.ofNullable(System.getenv("WEBEX_LIVE_TOKEN"))
        .filter(token -> !token.isBlank())
        .map(token ->
            new WebexTarget(
                "live",
                URI.create(
                    Optional.ofNullable(System.getenv("WEBEX_LIVE_BASE_URL"))
                        .orElse("https://webexapis.com")),
                token,
                Optional.ofNullable(System.getenv("WEBEX_LIVE_HOST"))));
  }

  static String serviceAppToken(URI base) {
    return token(
        base,
        "grant_type=refresh_token&client_id=convene-webex&client_secret=convene-webex-secret"
            + "&refresh_token=convene-webex-refresh");
  }

  static String userToken(URI base, String user, String scopes) {
    Web web = new Web(base, "");
    JsonNode code =
        web.post(
                "/_sim/codes",
                """
                {"user": "%s", "redirectUri": "http://localhost/back", "scope": "%s"}
                """
                    .formatted(user, scopes))
            .json();
    return token(
        base,
        "grant_type=authorization_code&client_id=convene-webex&client_secret=convene-webex-secret"
            + "&redirect_uri=http://localhost/back&code="
            + code.path("code").stringValue());
  }

  static String token(URI base, String form) {
    Web.Answer answer = new Web(base, "").form("/v1/access_token", form);
    return JsonMapper.shared().readTree(answer.body()).path("access_token").stringValue();
  }
}
