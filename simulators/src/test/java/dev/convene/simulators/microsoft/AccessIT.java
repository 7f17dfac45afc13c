package dev.convene.simulators.microsoft;

import static dev.convene.simulators.microsoft.EventRequest.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.simulators.Simulators;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens, what they allow, and the directory behind them. */
class AccessIT {
  private static final String TOKEN = "/contoso.example/oauth2/v2.0/token";
  private static final String BOB_EVENTS = "/v1.0/users/bob%40contoso.example/events";

  private final TestClock clock = new TestClock();
  private Simulators simulators;
  private URI base;
  private Graph control;

  @BeforeEach
  void start() {
    simulators = Simulators.builder().microsoftPort(0).clock(clock).start();
    base = simulators.microsoft();
    control = new Graph(base, "");
  }

  @AfterEach
  void stop() {
    simulators.close();
  }

  @Test
  void aTokenRunsOut() {
    Graph graph = Sign.inAsApplication(base);
    assertThat(graph.get(BOB_EVENTS).status()).isEqualTo(200);

    clock.goOn(Duration.ofMinutes(66));

    assertThat(graph.get(BOB_EVENTS).code()).isEqualTo("InvalidAuthenticationToken");
  }

  @Test
  void tokensStayWhenTheStateIsResetUntilTheyAreMadeVoid() {
    Graph graph = Sign.inAsApplication(base);
    graph.post(BOB_EVENTS, anEvent().toString());

    control.delete("/_sim/state");
    assertThat(graph.get(BOB_EVENTS).json().path("value")).isEmpty();

    control.delete("/_sim/tokens");
    assertThat(graph.get(BOB_EVENTS).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "convene-calendar, wrong, https://graph.microsoft.com/.default, 401, invalid_client, 7000215",
    "somebody, wrong, https://graph.microsoft.com/.default, 400, unauthorized_client, 700016",
    "convene-calendar, convene-calendar-secret, Calendars.ReadWrite, 400, invalid_scope, 1002012"
  })
  void aWrongClientOrScopeGetsNoToken(
      String client, String secret, String scope, int status, String error, int code) {
    Graph.Answer answer =
        control.form(
            TOKEN,
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                secret,
                "scope",
                scope));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error").stringValue()).isEqualTo(error);
    assertThat(answer.json().path("error_codes").path(0).intValue()).isEqualTo(code);
    assertThat(answer.json().path("error_description").stringValue()).startsWith("AADSTS" + code);
    assertThat(answer.json().path("trace_id").stringValue()).isNotBlank();
  }

  @Test
  void anyHostsDefaultScopeIsTaken() {
    Map<String, String> form = Sign.form("client_credentials");
    form.put("scope", base + "/.default");

    assertThat(control.form(TOKEN, form).status()).isEqualTo(200);
  }

  @Test
  void anUnknownGrantTypeIsRefused() {
    assertThat(control.form(TOKEN, Sign.form("password")).json().path("error").stringValue())
        .isEqualTo("unsupported_grant_type");
  }

  @Test
  void aCodeNeedsItsVerifierAndIsGoodOnce() throws Exception {
    String verifier = "a-verifier-that-is-long-enough-for-pkce-0123456789";
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    String code = Sign.code(base, "alice@contoso.example", Sign.CALENDAR_SCOPES, challenge);
    String other = Sign.code(base, "alice@contoso.example", Sign.CALENDAR_SCOPES, challenge);

    assertThat(Sign.redeem(base, code, verifier).status()).isEqualTo(200);
    assertThat(errorCode(Sign.redeem(base, code, verifier))).isEqualTo(54005);
    assertThat(errorCode(Sign.redeem(base, other, "another"))).isEqualTo(501481);
  }

  @Test
  void aRefreshTokenIsRotatedAndTheOldOneStaysGood() {
    String code = Sign.code(base, "alice@contoso.example", Sign.CALENDAR_SCOPES, "");
    String first = Sign.redeem(base, code, "").json().path("refresh_token").stringValue();

    String second = Sign.refresh(base, first).json().path("refresh_token").stringValue();

    assertThat(second).isNotEqualTo(first);
    assertThat(Sign.refresh(base, first).status()).isEqualTo(200);
    clock.goOn(Duration.ofDays(91));
    assertThat(errorCode(Sign.refresh(base, first))).isEqualTo(700082);
  }

  @Test
  void aRevokedGrantCannotBeRefreshed() {
    String code = Sign.code(base, "alice@contoso.example", Sign.CALENDAR_SCOPES, "");
    String token = Sign.redeem(base, code, "").json().path("refresh_token").stringValue();

    control.post("/_sim/grants/revoke", "{\"user\": \"alice@contoso.example\"}");

    assertThat(errorCode(Sign.refresh(base, token))).isEqualTo(50173);
  }

  @Test
  void anIdTokenIsSignedWithAPublishedKey() throws Exception {
    String code = Sign.code(base, "alice@contoso.example", Sign.CALENDAR_SCOPES, "");
    String[] jwt =
        Sign.redeem(base, code, "").json().path("id_token").stringValue().split("\\.", -1);
    JsonNode discovery =
        control.get("/contoso.example/v2.0/.well-known/openid-configuration").json();
    JsonNode key =
        control.get(discovery.path("jwks_uri").stringValue()).json().path("keys").path(0);

    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
    signature.update((jwt[0] + "." + jwt[1]).getBytes(StandardCharsets.US_ASCII));

    assertThat(signature.verify(Base64.getUrlDecoder().decode(jwt[2]))).isTrue();
    JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(jwt[1]));
    assertThat(claims.path("preferred_username").stringValue()).isEqualTo("alice@contoso.example");
    assertThat(claims.path("iss")).isEqualTo(discovery.path("issuer"));
  }

  @Test
  void aUsersTokenCanBeExchangedOnTheirBehalf() {
    Graph alice = Sign.inAs(base, "alice@contoso.example");
    Map<String, String> form = Sign.form("urn:ietf:params:oauth:grant-type:jwt-bearer");
    form.put("assertion", alice.token());
    form.put("requested_token_use", "on_behalf_of");
    form.put("scope", "https://graph.microsoft.com/Calendars.ReadWrite");

    String token = control.form(TOKEN, form).json().path("access_token").stringValue();

    assertThat(new Graph(base, token).post("/v1.0/me/events", anEvent().toString()).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid-grant, 400, invalid_grant",
    "grant-revoked, 400, invalid_grant",
    "interaction-required, 400, interaction_required",
    "invalid-client, 401, invalid_client",
    "temporarily-unavailable, 503, temporarily_unavailable",
    "throttle, 429, temporarily_unavailable"
  })
  void theTokenEndpointFailsInItsOwnWords(String kind, int status, String error) {
    control.post("/_sim/faults", "{\"kind\": \"" + kind + "\", \"path\": \"*/oauth2/v2.0/token\"}");

    Graph.Answer answer = control.form(TOKEN, Sign.form("client_credentials"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error").stringValue()).isEqualTo(error);
  }

  @Test
  void whoHasAShareMayWriteAndTheOwnerIsTheOrganizer() {
    Graph alice = Sign.inAs(base, "alice@contoso.example");
    JsonNode shared = alice.get("/v1.0/me/calendars").json().path("value").path(1);
    assertThat(shared.path("name").stringValue()).isEqualTo("Bob Baker");
    assertThat(shared.path("canEdit").booleanValue()).isTrue();

    Graph.Answer answer =
        alice.post(
            "/v1.0/me/calendars/" + shared.path("id").stringValue() + "/events",
            anEvent().toString());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("organizer").path("emailAddress").path("address").stringValue())
        .isEqualTo("bob@contoso.example");
    assertThat(alice.get(BOB_EVENTS + "/" + answer.id()).status()).isEqualTo(200);
  }

  @Test
  void whoMayOnlyReadCannotWrite() {
    Graph alice = Sign.inAs(base, "alice@contoso.example");
    String events = "/v1.0/users/dave%40contoso.example/calendar/events";

    assertThat(alice.get(events).status()).isEqualTo(200);
    assertThat(alice.post(events, anEvent().toString()).code()).isEqualTo("ErrorAccessDenied");
  }

  @Test
  void aCalendarThatIsNotSharedIsDeniedOrNotFound() {
    Graph bob = Sign.inAs(base, "bob@contoso.example");
    String events = "/v1.0/users/carol%40contoso.example/events";

    assertThat(bob.get(events).code()).isEqualTo("ErrorAccessDenied");
    control.put("/_sim/settings", "{\"sharingDeniedAsNotFound\": true}");
    assertThat(bob.get(events).code()).isEqualTo("ErrorItemNotFound");
  }

  @Test
  void aTokenWithoutTheScopeIsDenied() {
    Graph bob = Sign.inAs(base, "bob@contoso.example", "User.Read");

    assertThat(bob.get("/v1.0/me").status()).isEqualTo(200);
    assertThat(bob.get("/v1.0/me/events").code()).isEqualTo("ErrorAccessDenied");
    assertThat(bob.get("/v1.0/groups").code()).isEqualTo("Authorization_RequestDenied");
  }

  @Test
  void anApplicationIsNobody() {
    Graph.Answer answer = Sign.inAsApplication(base).get("/v1.0/me/events");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).contains("delegated authentication flow");
  }

  @Test
  void aSearchInTheDirectoryNeedsEventualConsistency() {
    Graph graph = Sign.inAsApplication(base);
    String search = "/v1.0/users?$search=" + Graph.encoded("\"displayName:bak\"");

    assertThat(graph.get(search).code()).isEqualTo("Request_UnsupportedQuery");
    JsonNode found = graph.get(search, "ConsistencyLevel", "eventual").json().path("value");
    assertThat(found).hasSize(1);
    assertThat(found.path(0).path("mail").stringValue()).isEqualTo("bob@contoso.example");
  }

  @Test
  void membersOfNestedGroupsAreOfSeveralTypesUnlessCast() {
    Graph graph = Sign.inAsApplication(base);
    String id = groupId(graph, "Engineering");
    String members = "/v1.0/groups/" + id + "/transitiveMembers";

    JsonNode all = graph.get(members).json().path("value");
    Graph.Answer refused = graph.get(members + "/microsoft.graph.user");
    JsonNode users =
        graph.get(members + "/graph.user?$count=true", "ConsistencyLevel", "eventual").json();

    assertThat(all.findValuesAsString("@odata.type"))
        .contains("#microsoft.graph.user", "#microsoft.graph.group", "#microsoft.graph.device");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(users.path("value").findValuesAsString("mail"))
        .containsExactly(
            "alice@contoso.example",
            "bob@contoso.example",
            "carol@contoso.example",
            "guest@contoso.example");
    assertThat(users.path("@odata.count").intValue()).isEqualTo(4);
  }

  @Test
  void withoutAScopeForUsersMembersAreHardlyMoreThanIds() {
    Graph bob = Sign.inAs(base, "bob@contoso.example", "User.Read GroupMember.Read.All");

    JsonNode member =
        bob.get("/v1.0/groups/" + groupId(bob, "Platform") + "/members")
            .json()
            .path("value")
            .path(0);

    assertThat(member.path("id").stringValue()).isNotBlank();
    assertThat(member.path("displayName").isNull()).isTrue();
  }

  @Test
  void hiddenMembersDoNotShow() {
    Graph graph = Sign.inAsApplication(base);

    assertThat(
            graph.get("/v1.0/groups/" + groupId(graph, "Board") + "/members").json().path("value"))
        .isEmpty();
  }

  @Test
  void somebodyUnknownIsNotInTheDirectory() {
    assertThat(Sign.inAsApplication(base).get("/v1.0/users/nobody@contoso.example").code())
        .isEqualTo("Request_ResourceNotFound");
  }

  private static String groupId(Graph graph, String name) {
    return graph
        .get("/v1.0/groups?$filter=" + Graph.encoded("displayName eq '" + name + "'"))
        .json()
        .path("value")
        .path(0)
        .path("id")
        .stringValue();
  }

  private static int errorCode(Graph.Answer answer) {
    return answer.json().path("error_codes").path(0).intValue();
  }

  private static java.math.BigInteger number(JsonNode key, String name) {
    return new java.math.BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).stringValue()));
  }
}
