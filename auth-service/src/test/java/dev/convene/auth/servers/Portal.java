package dev.convene.auth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.auth.servers.Browser.Page;
import dev.convene.auth.servers.Http.Answer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The gateway's part in a sign-in: asks for a code, and redeems it. */
public final class Portal {

  public static final String CLIENT = "convene-portal";
  public static final String REDIRECT = "https://portal.test/login/oauth2/code/convene";
  public static final String AFTERWARDS = "https://portal.test/";
  // RFC 7636, appendix B.
  public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  public static final String SCOPES =
      "openid profile email meetings.read meetings.write operations.read operations.write";

  private final AuthServer server;

  Portal(AuthServer server) {
    this.server = server;
  }

  /** A good request; tests spoil it. */
  public static Map<String, String> request() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", CLIENT);
    request.put("redirect_uri", REDIRECT);
    request.put("scope", SCOPES);
    request.put("state", "state-1");
    request.put("nonce", "nonce-1");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    return request;
  }

  /** Sends the browser off with that request. */
  public Page send(Browser browser, Map<String, String> request) {
    return browser.open("/oauth2/authorize?" + Browser.form(request));
  }

  /** Who is signed in gets a code at once. */
  public String code(Browser signedIn) {
    return code(signedIn, request());
  }

  public String code(Browser signedIn, Map<String, String> request) {
    Page page = send(signedIn, request);
    assertThat(page.location().toString()).startsWith(REDIRECT);
    String code = page.sent("code");
    assertThat(code).as(page.location().toString()).isNotNull();
    return code;
  }

  public Answer redeem(String code) {
    return redeem(code, REDIRECT, VERIFIER);
  }

  public Answer redeem(String code, String redirect, String verifier) {
    return server
        .http()
        .form(
            "/oauth2/token",
            Http.basic(CLIENT, ClientsFiles.SECRET),
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            redirect,
            "code_verifier",
            verifier);
  }

  public Answer refresh(String token) {
    return server
        .http()
        .form(
            "/oauth2/token",
            Http.basic(CLIENT, ClientsFiles.SECRET),
            "grant_type",
            "refresh_token",
            "refresh_token",
            token);
  }

  /** All that a sign-in of that person yields. */
  public Answer tokens(String mailbox) {
    Answer answer = redeem(code(server.signedIn(mailbox)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  /** Where it asks people to be signed out. */
  public static URI logout(Browser browser, String idToken) {
    return browser.at(
        "/connect/logout?"
            + Browser.form(
                Map.of("id_token_hint", idToken, "post_logout_redirect_uri", AFTERWARDS)));
  }
}
