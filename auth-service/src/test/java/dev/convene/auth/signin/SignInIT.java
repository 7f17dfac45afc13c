package dev.convene.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.Browser;
import dev.convene.auth.servers.Browser.Page;
import dev.convene.auth.servers.ClientsFiles;
import dev.convene.auth.servers.Http;
import dev.convene.auth.servers.Http.Answer;
import dev.convene.auth.servers.Portal;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in: the portal sends them here, and Microsoft says who they are. */
class SignInIT {

  private static final String ALICE = "alice@contoso.example";
  private static final String DAVE = "dave@contoso.example";

  private final AuthServer server = AuthServer.shared();
  private final Portal portal = server.portal();

  private static JWTClaimsSet claims(String token) throws Exception {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }

  private static void assertRefused(Answer answer, String error) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo(error);
  }

  @Test
  void thePortalSendsABrowserHereAndGetsACodeBack() {
    Browser browser = server.browser();
    Page asked = portal.send(browser, Portal.request());
    assertThat(asked.location().getPath()).isEqualTo("/sign-in");
    assertThat(browser.open(asked.location()).body()).contains("Sign in with Microsoft");

    Page back = AuthServer.signIn(browser, browser.open("/oauth2/authorization/microsoft"), ALICE);
    Page code = browser.follow(back);

    assertThat(code.location().toString()).startsWith(Portal.REDIRECT + "?");
    assertThat(code.sent("state")).isEqualTo("state-1");
    assertThat(portal.redeem(code.sent("code")).status()).isEqualTo(200);
  }

  @Test
  void aPersonsTokenSaysWhoTheyAre() throws Exception {
    Answer answer = portal.tokens(ALICE);
    SignedJWT token = SignedJWT.parse(answer.text("access_token"));
    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(UUID.fromString(claims.getSubject())).isNotNull();
    assertThat(claims.getClaim("email")).isEqualTo(ALICE);
    assertThat(claims.getClaim("name")).isEqualTo("Alice Archer");
    assertThat(claims.getClaim("client_id")).isEqualTo(Portal.CLIENT);
    assertThat(claims.getAudience()).containsExactly("convene");
    assertThat(claims(portal.tokens(ALICE).text("access_token")).getSubject())
        .isEqualTo(claims.getSubject());
  }

  @Test
  void theIdTokenIsForThePortalAndCarriesItsNonce() throws Exception {
    JWTClaimsSet id = claims(portal.tokens(ALICE).text("id_token"));
    assertThat(id.getIssuer()).isEqualTo(AuthServer.ISSUER);
    assertThat(id.getAudience()).containsExactly(Portal.CLIENT);
    assertThat(id.getClaim("nonce")).isEqualTo("nonce-1");
    assertThat(id.getClaim("email")).isEqualTo(ALICE);
    assertThat(id.getClaim("name")).isEqualTo("Alice Archer");
    assertThat(id.getClaim("auth_time")).isNotNull();
  }

  @Test
  void onlyOperatorsAreGivenWhatIsForOperators() throws Exception {
    Answer alice = portal.tokens(ALICE);
    assertThat(claims(alice.text("access_token")).getStringClaim("scope"))
        .isEqualTo("email meetings.read meetings.write openid profile");
    assertThat(alice.text("scope")).doesNotContain("operations");
    assertThat(claims(portal.tokens(DAVE).text("access_token")).getStringClaim("scope"))
        .contains("operations.read", "operations.write");
  }

  @Test
  void anOperatorOpensTheOperatorsApiAndNobodyElseDoes() {
    String dave = portal.tokens(DAVE).text("access_token");
    String alice = portal.tokens(ALICE).text("access_token");
    Http http = server.http();
    assertThat(http.get("/api/v1/clients", "Bearer " + dave).status()).isEqualTo(200);
    assertThat(http.get("/api/v1/clients", "Bearer " + alice).status()).isEqualTo(403);
  }

  @Test
  void userInfoTellsThePortalWhoItIs() {
    String token = portal.tokens(ALICE).text("access_token");
    Answer answer = server.http().get("/userinfo", "Bearer " + token);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.text("email")).isEqualTo(ALICE);
    assertThat(server.http().get("/userinfo", null).status()).isEqualTo(401);
  }

  @Test
  void withoutAChallengeThereIsNoCode() {
    Map<String, String> request = Portal.request();
    request.remove("code_challenge");
    Page page = portal.send(server.signedIn(ALICE), request);
    assertThat(page.sent("error")).isEqualTo("invalid_request");
    assertThat(page.sent("code")).isNull();
  }

  @Test
  void aChallengeInClearIsNotTaken() {
    Map<String, String> request = Portal.request();
    request.put("code_challenge_method", "plain");
    request.put("code_challenge", Portal.VERIFIER);
    assertThat(portal.send(server.signedIn(ALICE), request).sent("error"))
        .isEqualTo("invalid_request");
  }

  @Test
  void aCodeIsWorthNothingWithoutItsVerifier() {
    String code = portal.code(server.signedIn(ALICE));
    assertRefused(portal.redeem(code, Portal.REDIRECT, Portal.VERIFIER + "x"), "invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://portal.test/login/oauth2/code/convene/",
        "https://portal.test/login/oauth2/code/convene?x=1",
        "https://portal.test/login/oauth2/code",
        "https://portal.test:443/login/oauth2/code/convene",
        "https://PORTAL.test/login/oauth2/code/convene",
        "http://portal.test/login/oauth2/code/convene",
        "https://portal.test.evil.test/login/oauth2/code/convene",
        "https://evil.test/"
      })
  void anotherAddressGetsNothing(String redirect) {
    Map<String, String> request = Portal.request();
    request.put("redirect_uri", redirect);
    Page page = portal.send(server.signedIn(ALICE), request);
    assertThat(page.status()).as(page.header("Location")).isEqualTo(400);
    assertThat(page.body()).doesNotContain(redirect);
  }

  @Test
  void anUnknownApplicationSendsNobodyAnywhere() {
    Map<String, String> request = Portal.request();
    request.put("client_id", "nobody");
    assertThat(portal.send(server.signedIn(ALICE), request).status()).isEqualTo(400);
    assertThat(portal.send(server.browser(), request).status()).isEqualTo(400);
  }

  @Test
  void aCodeIsForTheAddressThatItWasAskedFor() {
    String code = portal.code(server.signedIn(ALICE));
    assertRefused(portal.redeem(code, "https://portal.test/", Portal.VERIFIER), "invalid_grant");
  }

  @Test
  void aCodeThatComesTwiceTakesBackWhatItGave() {
    String code = portal.code(server.signedIn(ALICE));
    Answer first = portal.redeem(code);
    assertThat(first.status()).isEqualTo(200);
    assertThat(server.http().isActive(first.text("access_token"))).isTrue();

    assertRefused(portal.redeem(code), "invalid_grant");

    assertThat(server.http().isActive(first.text("access_token"))).isFalse();
    assertRefused(portal.refresh(first.text("refresh_token")), "invalid_grant");
  }

  @Test
  void aCodeIsForTheClientThatAskedForIt() {
    String code = portal.code(server.signedIn(ALICE));
    Answer answer =
        server
            .http()
            .form(
                "/oauth2/token",
                Http.basic("reader", ClientsFiles.SECRET),
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                Portal.REDIRECT,
                "code_verifier",
                Portal.VERIFIER);
    assertThat(answer.status()).isEqualTo(400);
    assertRefused(portal.redeem(code), "invalid_grant");
  }

  @Test
  void aRefreshTokenIsGoodOnce() {
    Answer first = portal.tokens(ALICE);
    Answer second = portal.refresh(first.text("refresh_token"));
    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
    Answer third = portal.refresh(second.text("refresh_token"));
    assertThat(third.status()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenThatComesTwiceEndsTheWholeFamily() {
    Answer first = portal.tokens(ALICE);
    Answer other = portal.tokens(ALICE);
    Answer second = portal.refresh(first.text("refresh_token"));
    Answer third = portal.refresh(second.text("refresh_token"));

    assertRefused(portal.refresh(first.text("refresh_token")), "invalid_grant");

    assertRefused(portal.refresh(third.text("refresh_token")), "invalid_grant");
    assertThat(server.http().isActive(third.text("access_token"))).isFalse();
    assertThat(portal.refresh(other.text("refresh_token")).status()).isEqualTo(200);
  }

  @Test
  void aSystemsClientGetsNobodysCode() {
    Map<String, String> request = Portal.request();
    request.put("client_id", "reader");
    assertThat(portal.send(server.signedIn(ALICE), request).status()).isEqualTo(400);
  }

  @Test
  void thePortalGetsNoTokenInItsOwnName() {
    Answer answer = server.http().askForToken(Portal.CLIENT, ClientsFiles.SECRET, "meetings.read");
    assertRefused(answer, "unauthorized_client");
  }

  @Test
  void signingOutAtThePortalEndsTheSessionHere() {
    Browser browser = server.signedIn(ALICE);
    String id = portal.redeem(portal.code(browser)).text("id_token");
    Page out = browser.open(Portal.logout(browser, id));
    assertThat(out.location()).isEqualTo(URI.create(Portal.AFTERWARDS));
    assertThat(browser.open("/accounts").location().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void nobodyIsSentAnywhereElseAfterSigningOut() {
    Browser browser = server.signedIn(ALICE);
    String id = portal.redeem(portal.code(browser)).text("id_token");
    URI address =
        browser.at(
            "/connect/logout?"
                + Browser.form(
                    Map.of("id_token_hint", id, "post_logout_redirect_uri", "https://evil.test/")));
    assertThat(browser.open(address).status()).isEqualTo(400);
  }

  @Test
  void theSessionsCookieIsForThisHostAndNoScript() {
    Page page = portal.send(server.browser(), Portal.request());
    assertThat(page.header("Set-Cookie"))
        .as(page.response().headers().toString())
        .startsWith("__Host-convene-auth=")
        .contains("HttpOnly")
        .contains("Secure")
        .contains("SameSite=Lax")
        .contains("Path=/");
  }

  @Test
  void aSessionReadInTheDatabaseOpensNothing() {
    Browser browser = server.signedIn(ALICE);
    assertThat(browser.open("/accounts").status()).isEqualTo(200);
    Browser thief = server.browser();
    thief
        .cookies()
        .put(
            "__Host-convene-auth",
            AuthServer.sharedDatabase()
                .ask("select session_id from spring_session where principal_name is not null"));
    assertThat(thief.open("/accounts").location().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void discoveryNamesWhatThereIs() {
    Answer answer = server.http().get("/.well-known/openid-configuration", null);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("issuer")).isEqualTo(AuthServer.ISSUER);
    assertThat(answer.text("authorization_endpoint"))
        .isEqualTo(AuthServer.ISSUER + "/oauth2/authorize");
    assertThat(answer.text("userinfo_endpoint")).isEqualTo(AuthServer.ISSUER + "/userinfo");
    assertThat(answer.text("end_session_endpoint"))
        .isEqualTo(AuthServer.ISSUER + "/connect/logout");
    assertThat(answer.text("response_types_supported")).isEqualTo("[\"code\"]");
    assertThat(answer.text("id_token_signing_alg_values_supported")).isEqualTo("[\"RS256\"]");
    assertThat(answer.text("code_challenge_methods_supported")).isEqualTo("[\"S256\"]");
    assertThat(answer.text("subject_types_supported")).isEqualTo("[\"public\"]");
  }
}
