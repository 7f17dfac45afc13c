package dev.convene.simulators.webex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The token endpoint, and what its tokens open. */
class WebexTokensIT {
  private static final String REFRESH =
      "grant_type=refresh_token&client_id=convene-webex&refresh_token=convene-webex-refresh";
  private static final String SECRET = "&client_secret=convene-webex-secret";

  private final SimulatedWebex webex = new SimulatedWebex();

  @AfterEach
  void stop() {
    webex.close();
  }

  private Web.Answer token(String form) {
    return new Web(webex.base, "").form("/v1/access_token", form);
  }

  @Test
  void aRefreshTokenGivesAnAccessTokenForFourteenDays() {
    JsonNode pair = token(REFRESH + SECRET).json();

    assertThat(pair.path("token_type").stringValue()).isEqualTo("Bearer");
    assertThat(pair.path("expires_in").longValue()).isEqualTo(Duration.ofDays(14).toSeconds());
    assertThat(pair.path("refresh_token_expires_in").longValue())
        .isEqualTo(Duration.ofDays(90).toSeconds());
    assertThat(pair.path("scope").stringValue()).contains("meeting:admin_schedule_write");
  }

  @Test
  void refreshingAgainWithinADayGivesTheSameToken() {
    String first = token(REFRESH + SECRET).json().path("access_token").stringValue();
    webex.clock.pass(Duration.ofHours(23));
    assertThat(token(REFRESH + SECRET).json().path("access_token").stringValue()).isEqualTo(first);
    webex.clock.pass(Duration.ofHours(2));
    assertThat(token(REFRESH + SECRET).json().path("access_token").stringValue())
        .isNotEqualTo(first);
  }

  @Test
  void aTokenRunsOut() {
    webex.clock.pass(Duration.ofDays(14));

    assertThat(webex.web.get("/v1/meetings").status()).isEqualTo(401);
  }

  @Test
  void accessTokensCanBeMadeVoid() {
    webex.web.delete("/_sim/tokens");

    assertThat(webex.web.get("/v1/meetings").status()).isEqualTo(401);
    assertThat(token(REFRESH + SECRET).status()).isEqualTo(200);
  }

  @Test
  void onePersonsGrantIsTakenBackAndNoOther() {
    String alice = granted("alice@contoso.example");
    String bob = granted("bob@contoso.example");

    assertThat(
            webex
                .web
                .post("/_sim/grants/revoke", "{\"user\": \"alice@contoso.example\"}")
                .json()
                .path("revoked")
                .intValue())
        .isEqualTo(1);

    String refreshing = "grant_type=refresh_token&client_id=convene-webex" + SECRET;
    assertThat(token(refreshing + "&refresh_token=" + alice).status()).isEqualTo(400);
    assertThat(token(refreshing + "&refresh_token=" + bob).status()).isEqualTo(200);
    assertThat(token(REFRESH + SECRET).status()).isEqualTo(200);
  }

  private String granted(String user) {
    String code =
        webex
            .web
            .post(
                "/_sim/codes",
                "{\"user\": \"%s\", \"redirectUri\": \"http://localhost/\", \"scope\": \"spark:people_read\"}"
                    .formatted(user))
            .json()
            .path("code")
            .stringValue();
    return token(
            "grant_type=authorization_code&client_id=convene-webex&redirect_uri=http://localhost/&code="
                + code
                + SECRET)
        .json()
        .path("refresh_token")
        .stringValue();
  }

  @Test
  void aGrantThatWasTakenBackIsRefused() {
    webex.web.delete("/_sim/grants");

    assertThat(token(REFRESH + SECRET).status()).isEqualTo(400);
  }

  @Test
  void aWrongSecretIsRefused() {
    assertThat(token(REFRESH + "&client_secret=guess").status()).isEqualTo(401);
  }

  @Test
  void aCodeIsGoodOnceAndOnlyWithItsVerifier() {
    String verifier = "a-verifier-of-at-least-forty-three-characters-length";
    assertThat(token(exchange(code(verifier)) + "&code_verifier=other").status()).isEqualTo(400);
    String good = exchange(code(verifier)) + "&code_verifier=" + verifier;

    Web.Answer first = token(good);

    assertThat(first.status()).isEqualTo(200);
    assertThat(token(good).status()).isEqualTo(400);
    Web user = new Web(webex.base, first.json().path("access_token").stringValue());
    JsonNode me = user.get("/v1/people/me").json();
    assertThat(me.path("emails").path(0).stringValue()).isEqualTo("bob@contoso.example");
    assertThat(me.path("displayName").stringValue()).isEqualTo("Bob Baker");
    assertThat(user.get("/v1/meetings").status()).as("scope missing").isEqualTo(403);
  }

  private String code(String verifier) {
    return new Web(webex.base, "")
        .post(
            "/_sim/codes",
            """
            {"user": "bob@contoso.example", "redirectUri": "http://localhost/back",
             "scope": "spark:people_read", "codeChallenge": "%s"}
            """
                .formatted(Pkce.challenge(verifier)))
        .json()
        .path("code")
        .stringValue();
  }

  private static String exchange(String code) {
    return "grant_type=authorization_code&client_id=convene-webex"
        + SECRET
        + "&redirect_uri=http://localhost/back&code="
        + code;
  }

  @Test
  void theServiceAppIsNobodyButSeesTheSites() {
    assertThat(webex.web.get("/v1/people/me").status()).isEqualTo(403);
    JsonNode sites = webex.web.get("/v1/meetingPreferences/sites").json().path("sites");
    assertThat(sites.path(0).path("default").booleanValue()).isTrue();
  }
}
