package dev.convene.auth.handout;

import static dev.convene.auth.servers.ClientsFiles.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.Http;
import dev.convene.auth.servers.Http.Answer;
import dev.convene.auth.servers.SimulatedVendors;
import dev.convene.auth.servers.Vaulted;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is handed whose token, and what is kept of it. */
class VendorTokensIT {

  private static final String APPLICATION = "urn:convene:token-type:application";
  private static final String PERSON = "urn:convene:token-type:person";
  private static final AuthServer SERVER = AuthServer.shared();

  private final Http http = SERVER.http();
  private final UUID meeting = UUID.randomUUID();

  private String bearer(String client) {
    return http.token(client, SECRET);
  }

  private String recorded() {
    return AuthServer.sharedDatabase()
        .ask(
            "select client_id || ' ' || subject_type || ' ' || subject || ' ' || provider || ' '"
                + " || outcome from vendor_token_handout where meeting = '"
                + meeting
                + "'");
  }

  @Test
  void aTokenIsHandedOutAsRfc8693Says() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    Answer answer =
        http.vendorToken(bearer("calendar-service"), somebody.id(), "microsoft", meeting);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.text("issued_token_type"))
        .isEqualTo("urn:ietf:params:oauth:token-type:access_token");
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.json().get("expires_in").intValue()).isBetween(3000, 3900);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(recorded())
        .isEqualTo("calendar-service person " + somebody.id() + " microsoft given");
  }

  @ParameterizedTest
  @CsvSource({"webex-service, microsoft", "calendar-service, webex"})
  void eachServiceIsHandedItsOwnVendorsTokensOnly(String client, String resource) {
    Vaulted somebody = Vaulted.withBoth(SERVER);
    Answer answer = http.vendorToken(bearer(client), somebody.id(), resource, meeting);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("type")).isEqualTo("urn:convene:problem:forbidden");
    assertThat(recorded())
        .isEqualTo(client + " person " + somebody.id() + " " + resource + " forbidden");
    Answer application =
        http.vendorToken(bearer(client), APPLICATION, "demo-system", resource, meeting.toString());
    assertThat(application.status()).isEqualTo(403);
  }

  @Test
  void nobodyElseIsHandedAnything() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    String own =
        SERVER.portal().redeem(SERVER.portal().code(somebody.browser())).text("access_token");
    assertThat(http.vendorToken(null, somebody.id(), "microsoft", meeting).status()).isEqualTo(401);
    assertThat(http.vendorToken("guess", somebody.id(), "microsoft", meeting).status())
        .isEqualTo(401);
    assertThat(http.vendorToken(own, somebody.id(), "microsoft", meeting).status()).isEqualTo(403);
    for (String client : new String[] {"reader", "operator"}) {
      assertThat(http.vendorToken(bearer(client), somebody.id(), "microsoft", meeting).status())
          .isEqualTo(403);
    }
  }

  @Test
  void operatorsCannotBecomeWhoeverOpensTheVault() {
    String operator = "Bearer " + http.operatorToken();
    Answer registered =
        http.post(
            "/api/v1/clients",
            operator,
            "{\"clientId\": \"spy\", \"name\": \"Spy\", \"scopes\": [\"vault.webex\"]}");
    assertThat(registered.status()).as(registered.body()).isEqualTo(400);
    assertThat(registered.body()).contains("clients' file alone");
    Answer rotated = http.post("/api/v1/clients/webex-service/secret", operator, "");
    assertThat(rotated.status()).as(rotated.body()).isEqualTo(409);
    assertThat(rotated.text("type")).isEqualTo("urn:convene:problem:client-guarded");
  }

  @Test
  void whomNobodyKnowsHasNothingConnected() {
    Answer answer =
        http.vendorToken(bearer("webex-service"), UUID.randomUUID().toString(), "webex", meeting);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("reason")).isEqualTo("not-connected");
    assertThat(recorded()).endsWith("webex not-connected");
  }

  @ParameterizedTest
  @CsvSource({"webex-service, webex", "calendar-service, microsoft"})
  void whatNoPersonStartedRunsWithTheApplicationsOwnToken(String client, String resource) {
    SimulatedVendors vendor =
        resource.equals("webex") ? SimulatedVendors.WEBEX : SimulatedVendors.MICROSOFT;
    String bearer = bearer(client);
    Answer first = http.vendorToken(bearer, APPLICATION, "reader", resource, meeting.toString());
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(recorded()).isEqualTo(client + " application reader " + resource + " given");

    int before = vendor.tokenCalls();
    Answer second =
        http.vendorToken(bearer, APPLICATION, "reader", resource, UUID.randomUUID().toString());
    assertThat(second.text("access_token")).isEqualTo(first.text("access_token"));
    assertThat(vendor.tokenCalls()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "urn:convene:token-type:person, alice@contoso.example, webex, MEETING, invalid_request",
    "urn:convene:token-type:application, A Name, webex, MEETING, invalid_request",
    "urn:ietf:params:oauth:token-type:access_token, x, webex, MEETING, invalid_request",
    "urn:convene:token-type:person, PERSON, zoom, MEETING, invalid_target",
    "urn:convene:token-type:person, PERSON, webex, soon, invalid_request"
  })
  void aFormThatIsNotAsItShouldBeIsRefused(
      String type, String subject, String resource, String why, String error) {
    Answer answer =
        http.vendorToken(
            bearer("webex-service"),
            type,
            subject.equals("PERSON") ? UUID.randomUUID().toString() : subject,
            resource,
            why.equals("MEETING") ? meeting.toString() : why);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo(error);
  }

  @Test
  void withoutAMeetingThereMustBeAPurpose() {
    String bearer = "Bearer " + bearer("webex-service");
    String[] form = {
      "grant_type",
      "urn:ietf:params:oauth:grant-type:token-exchange",
      "subject_token_type",
      PERSON,
      "subject_token",
      UUID.randomUUID().toString(),
      "resource",
      "webex"
    };
    assertThat(http.form("/internal/v1/vendor-tokens", bearer, form).text("error"))
        .isEqualTo("invalid_request");
    String[] withPurpose = Arrays.copyOf(form, form.length + 2);
    withPurpose[form.length] = "purpose";
    withPurpose[form.length + 1] = "availability";
    assertThat(http.form("/internal/v1/vendor-tokens", bearer, withPurpose).text("reason"))
        .isEqualTo("not-connected");
  }
}
