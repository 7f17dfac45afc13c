package dev.convene.simulators.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.simulators.Simulators;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person signs in as a browser without JavaScript does it: by links and forms. */
class SignInIT {

  private static final String BACK = "http://localhost:9000/back";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
  // RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static Simulators simulators;

  enum Vendor {
    MICROSOFT(
        "/contoso.example/oauth2/v2.0/authorize",
        "/contoso.example/oauth2/v2.0/token",
        "convene-calendar",
        "openid offline_access Calendars.ReadWrite"),
    WEBEX("/v1/authorize", "/v1/access_token", "convene-webex", "meeting:schedules_write");

    private final String authorize;
    private final String token;
    private final String client;
    private final String scope;

    Vendor(String authorize, String token, String client, String scope) {
      this.authorize = authorize;
      this.token = token;
      this.client = client;
      this.scope = scope;
    }

    URI base() {
      return this == WEBEX ? simulators.webex() : simulators.microsoft();
    }

    /** A good request. */
    Map<String, String> request() {
      Map<String, String> request = new LinkedHashMap<>();
      request.put("client_id", client);
      request.put("redirect_uri", BACK);
      request.put("response_type", "code");
      request.put("scope", scope);
      request.put("state", "a&b=\"<c>");
      request.put("nonce", "n-1");
      request.put("code_challenge", CHALLENGE);
      request.put("code_challenge_method", "S256");
      return request;
    }

    HttpResponse<String> open(Map<String, String> request) {
      return send(HttpRequest.newBuilder(base().resolve(authorize + "?" + encoded(request))).GET());
    }

    /** Presses a button of that page. */
    HttpResponse<String> press(HttpResponse<String> page, String name, String value) {
      assertThat(page.body()).contains("name=\"" + name + "\" value=\"" + value + "\"");
      Map<String, String> form = new LinkedHashMap<>();
      Matcher hidden = HIDDEN.matcher(page.body());
      while (hidden.find()) {
        form.put(hidden.group(1), unescaped(hidden.group(2)));
      }
      form.put(name, value);
      return post(authorize, form);
    }

    HttpResponse<String> redeem(String code, String verifier) {
      return post(
          token,
          Map.of(
              "grant_type", "authorization_code",
              "client_id", client,
              "client_secret", client + "-secret",
              "redirect_uri", BACK,
              "code", code,
              "code_verifier", verifier));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
      return send(
          HttpRequest.newBuilder(base().resolve(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(encoded(form))));
    }

    Map<String, String> signIn(String decision) {
      HttpResponse<String> consent = press(open(request()), "user", "alice@contoso.example");
      return answer(press(consent, "decision", decision));
    }
  }

  @BeforeAll
  static void start() {
    simulators = Simulators.builder().webexPort(0).microsoftPort(0).start();
  }

  @AfterAll
  static void stop() {
    simulators.close();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return BROWSER.send(request.build(), BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** What the application is told by where the browser is sent. */
  private static Map<String, String> answer(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
    URI location = URI.create(response.headers().firstValue("Location").orElseThrow());
    assertThat(location.toString()).startsWith(BACK + "?");
    Map<String, String> answer = new LinkedHashMap<>();
    for (String field : location.getRawQuery().split("&", -1)) {
      String[] pair = field.split("=", 2);
      answer.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return answer;
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  @ParameterizedTest
  @EnumSource
  void whoSignsInAndAgreesSendsACodeThatIsGoodOnce(Vendor vendor) {
    Map<String, String> answer = vendor.signIn("accept");
    assertThat(answer).containsOnlyKeys("code", "state").containsEntry("state", "a&b=\"<c>");

    JsonNode tokens = json(vendor.redeem(answer.get("code"), VERIFIER));
    assertThat(tokens.path("access_token").stringValue()).isNotBlank();
    assertThat(tokens.path("refresh_token").stringValue()).isNotBlank();
    assertThat(vendor.redeem(answer.get("code"), VERIFIER).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource
  void aCodeNeedsItsVerifier(Vendor vendor) {
    assertThat(vendor.redeem(vendor.signIn("accept").get("code"), "another").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource
  void whoCancelsSendsNoCode(Vendor vendor) {
    assertThat(vendor.signIn("cancel"))
        .containsEntry("error", "access_denied")
        .containsKey("state")
        .doesNotContainKey("code");
  }

  @Test
  void theIdTokenNamesThePersonAndHasTheNonce() {
    String code = Vendor.MICROSOFT.signIn("accept").get("code");
    String token = json(Vendor.MICROSOFT.redeem(code, VERIFIER)).path("id_token").stringValue();
    String claims =
        new String(
            Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    JsonNode read = JsonMapper.shared().readTree(claims);
    assertThat(read.path("nonce").stringValue()).isEqualTo("n-1");
    assertThat(read.path("preferred_username").stringValue()).isEqualTo("alice@contoso.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "http://localhost.evil.example/",
        "http://localhost@evil.example/",
        "http://localhost/#x",
        "javascript:alert(1)",
        "//evil.example",
        ""
      })
  void nobodyIsSentAnywhereElse(String redirect) {
    Map<String, String> request = Vendor.WEBEX.request();
    request.put("redirect_uri", redirect);
    HttpResponse<String> page = Vendor.WEBEX.open(request);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.headers().firstValue("Location")).isEmpty();
    assertThat(page.body()).contains("cannot go on");
  }

  @Test
  void anUnknownApplicationIsNotSentBack() {
    Map<String, String> request = Vendor.MICROSOFT.request();
    request.put("client_id", "<script>alert(1)</script>");
    HttpResponse<String> page = Vendor.MICROSOFT.open(request);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).doesNotContain("<script").contains("&lt;script&gt;");
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "scope, ' ', invalid_request",
    "code_challenge_method, plain, invalid_request",
    "response_mode, fragment, invalid_request",
    "prompt, none, login_required"
  })
  void whatCannotBeAskedIsSaidToTheApplication(String parameter, String value, String error) {
    Map<String, String> request = Vendor.MICROSOFT.request();
    request.put(parameter, value);
    assertThat(answer(Vendor.MICROSOFT.open(request))).containsEntry("error", error);
  }

  @Test
  void aFormThatWasTamperedWithIsCheckedAgain() {
    Map<String, String> form = Vendor.WEBEX.request();
    form.put("redirect_uri", "https://evil.example/");
    form.put("user", "alice@contoso.example");
    form.put("decision", "accept");
    assertThat(Vendor.WEBEX.post("/v1/authorize", form).statusCode()).isEqualTo(400);
    form.put("redirect_uri", BACK);
    form.put("user", "nobody@contoso.example");
    assertThat(Vendor.WEBEX.post("/v1/authorize", form).body()).contains("Choose who you are");
    form.put("user", "room.aurora@contoso.example");
    assertThat(Vendor.WEBEX.post("/v1/authorize", form).body()).contains("Choose who you are");
  }

  @Test
  void thePageIsStrictAndLetsTheFormSendTheBrowserBack() {
    HttpResponse<String> page = Vendor.WEBEX.open(Vendor.WEBEX.request());
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .contains("form-action 'self' http://localhost:* ")
        .doesNotContain("unsafe");
    assertThat(page.body())
        .contains("alice@contoso.example", "dave@contoso.example")
        .doesNotContain("room.", "<script", "style=");
    URI css = Vendor.WEBEX.base().resolve("/sign-in.css");
    assertThat(send(HttpRequest.newBuilder(css).GET()).statusCode()).isEqualTo(200);
  }

  @Test
  void aHintLeavesOnlyThatPerson() {
    Map<String, String> request = Vendor.MICROSOFT.request();
    request.put("login_hint", "bob@contoso.example");
    assertThat(Vendor.MICROSOFT.open(request).body())
        .contains("bob@contoso.example\"><strong>Bob Baker")
        .doesNotContain("Alice Archer");
  }
}
