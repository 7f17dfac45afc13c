package dev.convene.gateway.security;

import static dev.convene.gateway.servers.Requests.aMeetingOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Browser;
import dev.convene.gateway.servers.Gateway;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Servers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People who sign in with their browsers. */
class BrowserIT {

  private static final String[] PORTAL = {"meetings.read", "meetings.write"};
  private static final String SESSION = "convene-session";

  private final Issuer issuer = Issuer.shared();
  private final Browser browser = new Browser(Servers.gateway());
  private final String ada = "ada-" + UUID.randomUUID() + "@example.com";

  private HttpResponse<String> schedule(String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return browser.post(
        "/api/v1/meetings", JsonDefaults.mapper().writeValueAsString(aMeetingOf(ada)), all);
  }

  @Test
  void whoSignsInIsKnownAndSeesTheirOwn() {
    browser.signIn(issuer, ada, PORTAL);

    HttpResponse<String> answer = browser.get("/api/v1/me");
    JsonNode me = Api.json(answer);
    assertThat(me.get("email").stringValue()).isEqualTo(ada);
    assertThat(me.get("subject").stringValue()).isEqualTo(Issuer.subjectOf(ada));
    assertThat(me.get("scopes").valueStream())
        .extracting(JsonNode::stringValue)
        .containsExactly(PORTAL);
    assertThat(me.has("signedInUntil")).isTrue();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(schedule("X-XSRF-TOKEN", browser.cookies().get("XSRF-TOKEN")).statusCode())
        .isEqualTo(202);
    assertThat(Api.json(browser.get("/api/v1/meetings")).get("meetings")).hasSize(1);
    // The same rules as for a token of hers.
    Api withToken = new Api(Servers.gateway()).with(issuer.person(ada, PORTAL));
    assertThat(Api.json(withToken.get("/api/v1/meetings")).get("meetings")).hasSize(1);
    assertThat(browser.get("/api/v1/operations/parked").statusCode()).isEqualTo(403);
  }

  @Test
  void aBrowserWithoutASessionIsToldAndNotSentAway() {
    for (HttpResponse<String> answer :
        List.of(browser.get("/api/v1/me", "Accept", "text/html"), schedule())) {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(Api.json(answer).get("type").stringValue())
          .isEqualTo("urn:convene:problem:unauthenticated");
    }
  }

  @Test
  void noTokenReachesTheBrowser() {
    Map<String, String> query = browser.beginSignIn();
    HttpResponse<String> answer =
        browser.comeBack(issuer.codeFor(query, ada, PORTAL), query.get("state"));

    for (HttpResponse<String> each : List.of(answer, browser.get("/api/v1/me"))) {
      assertThat(each.headers().map().toString() + each.body())
          .doesNotContain("eyJ")
          .doesNotContain("a-refresh-token");
    }
    assertThat(browser.cookies().keySet()).containsExactlyInAnyOrder(SESSION, "XSRF-TOKEN");
    assertThat(browser.cookies().get(SESSION)).hasSizeLessThan(50);
  }

  @Test
  void theSessionsCookieIsOutOfScriptsReachAndForThisSiteOnly() {
    HttpResponse<String> answer = browser.signIn(issuer, ada, PORTAL);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith(SESSION))
        .singleElement()
        .satisfies(cookie ->
            assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Secure"));
  }

  @Test
  void overTlsCookiesAreForThatConnectionAndThisHostOnly() {
    try (Gateway gateway =
        Gateway.started(Servers.database(), "127.0.0.1:1", "GATEWAY_URL=https://convene.example")) {
      Browser other = new Browser(gateway);
      Map<String, String> query = other.beginSignIn();
      assertThat(query.get("redirect_uri"))
          .isEqualTo("https://convene.example/login/oauth2/code/convene");
      assertThat(other.cookies()).containsOnlyKeys("__Host-convene-sign-in");
      HttpResponse<String> answer =
          other.comeBack(issuer.codeFor(query, ada, PORTAL), query.get("state"));

      assertThat(answer.headers().allValues("Set-Cookie"))
          .filteredOn(cookie -> cookie.startsWith("__Host-convene-session="))
          .singleElement()
          .satisfies(cookie ->
              assertThat(cookie)
                  .contains("Secure")
                  .containsIgnoringCase("HttpOnly")
                  .contains("Path=/"));
      other.get("/api/v1/me");
      assertThat(other.cookies()).containsKey("__Host-XSRF-TOKEN");
    }
  }

  @Test
  void aChangeNeedsWhatOnlyOurPagesCanSay() {
    browser.signIn(issuer, ada, PORTAL);
    browser.get("/api/v1/me");

    for (HttpResponse<String> answer :
        List.of(schedule(), schedule("X-XSRF-TOKEN", "made-up"), browser.post("/logout", "x=y"))) {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("X-XSRF-TOKEN");
    }
    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    assertThat(Api.json(browser.get("/api/v1/meetings")).get("meetings")).isEmpty();
  }

  @Test
  void aTokenNeedsNoSuchProofAndCountsMoreThanASession() {
    browser.signIn(issuer, ada, PORTAL);
    String crm = "crm-" + UUID.randomUUID();
    String token = issuer.system(crm, "meetings.read", "meetings.write", "meetings.write.any-host");

    assertThat(schedule("Authorization", "Bearer " + token).statusCode()).isEqualTo(202);
    JsonNode me = Api.json(browser.get("/api/v1/me", "Authorization", "Bearer " + token));
    assertThat(me.get("subject").stringValue()).isEqualTo(crm);
    assertThat(browser.get("/api/v1/me", "Authorization", "Bearer x").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionThatWasThereBeforeIsNotTheOneOfWhoSignsIn() {
    browser.cookies().put(SESSION, "11111111-1111-1111-1111-111111111111");
    browser.signIn(issuer, ada, PORTAL);
    String first = browser.cookies().get(SESSION);
    assertThat(first).isNotEqualTo("11111111-1111-1111-1111-111111111111");

    browser.signIn(issuer, "bob-" + ada, PORTAL);

    assertThat(browser.cookies().get(SESSION)).isNotEqualTo(first);
    assertThat(Api.json(browser.get("/api/v1/me")).get("email").stringValue())
        .isEqualTo("bob-" + ada);
    browser.cookies().put(SESSION, first);
    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
  }

  @Test
  void aSignInIsProvedAndGoodForTheBrowserThatBeganIt() {
    Map<String, String> query = browser.beginSignIn();
    assertThat(query)
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("response_type", "code")
        .containsKeys("code_challenge", "nonce", "state");
    String code = issuer.codeFor(query, ada, PORTAL);

    assertSignInFailed(browser.comeBack(code, "another-state"));
    assertSignInFailed(new Browser(Servers.gateway()).comeBack(code, query.get("state")));
    assertThat(browser.comeBack(code, query.get("state")).statusCode()).isEqualTo(302);
    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    assertSignInFailed(browser.comeBack(code, query.get("state")));
  }

  @Test
  void anAnswerToAnotherQuestionIsNotTaken() {
    Map<String, String> query = browser.beginSignIn();
    Map<String, String> others = new Browser(Servers.gateway()).beginSignIn();
    query.put("nonce", others.get("nonce"));

    assertSignInFailed(browser.comeBack(issuer.codeFor(query, ada, PORTAL), query.get("state")));
    assertSignInFailed(browser.get("/login/oauth2/code/convene?error=access_denied&state=x"));
    assertThat(browser.cookies()).doesNotContainKey(SESSION);
  }

  private static void assertSignInFailed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(Browser.location(answer)).hasToString("/?sign-in=failed");
  }

  @Test
  void signingOutEndsTheSessionHereAndThere() {
    browser.signIn(issuer, ada, PORTAL);
    browser.get("/api/v1/me");
    String session = browser.cookies().get(SESSION);

    HttpResponse<String> answer =
        browser.post(
            "/logout",
            "_csrf=" + browser.cookies().get("XSRF-TOKEN"),
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Browser.location(answer).toString())
        .startsWith(issuer.url() + "/connect/logout?id_token_hint=")
        .contains("post_logout_redirect_uri=");
    browser.cookies().put(SESSION, session);
    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionEndsHoweverBusyItIs() {
    try (Gateway gateway =
        Gateway.started(Servers.database(), "127.0.0.1:1", "convene.portal.longest=2s")) {
      Browser other = new Browser(gateway);
      other.signIn(issuer, ada, PORTAL);
      assertThat(other.get("/api/v1/me").statusCode()).isEqualTo(200);

      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> other.get("/api/v1/me").statusCode() == 401);
    }
  }

  @Test
  void whoOnlyBeginsToSignInTakesNoRoom() {
    browser.beginSignIn();

    assertThat(browser.cookies()).containsOnlyKeys("convene-sign-in");
  }

  @Test
  void peopleKeepWorkingWhileTheIssuerIsAway() {
    try (Issuer own = Issuer.started();
        Gateway gateway =
            Gateway.started(Servers.database(), "127.0.0.1:1", "AUTH_ISSUER=" + own.url())) {
      Browser other = new Browser(gateway);
      other.signIn(own, ada, PORTAL);
      Map<String, String> query = other.beginSignIn();
      own.stop();

      assertThat(other.get("/api/v1/me").statusCode()).isEqualTo(200);
      assertThat(other.comeBack(own.codeFor(query, ada, PORTAL), query.get("state")).statusCode())
          .isEqualTo(503);
      assertThat(other.get("/api/v1/me").statusCode()).isEqualTo(200);
    }
  }
}
