package dev.convene.auth.handout;

import static dev.convene.auth.servers.ClientsFiles.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.Http.Answer;
import dev.convene.auth.servers.SimulatedVendors;
import dev.convene.auth.servers.Vaulted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A token that a vendor has refused before its time is replaced, where the vendor gives another.
 */
class RefusedTokensIT {

  private static final AuthServer SERVER = AuthServer.shared();

  @Test
  void thereIsAnotherOneAndAtOnceOnlyOneMore() {
    Vaulted somebody = Vaulted.signedIn(SERVER);
    String first = somebody.token("microsoft");

    Answer instead = insteadOf(first, "person", somebody.id(), "microsoft");
    String second = instead.text("access_token");
    assertThat(instead.status()).as(instead.body()).isEqualTo(200);
    assertThat(second).isNotEqualTo(first);
    assertThat(SimulatedVendors.MICROSOFT.use(second)).isEqualTo(200);
    assertThat(insteadOf(first, "person", somebody.id(), "microsoft").text("access_token"))
        .isEqualTo(second);

    int before = SimulatedVendors.MICROSOFT.tokenCalls();
    Answer third = insteadOf(second, "person", somebody.id(), "microsoft");
    assertThat(third.text("access_token")).as(third.body()).isEqualTo(second);
    assertThat(SimulatedVendors.MICROSOFT.tokenCalls()).isEqualTo(before);
  }

  /** As Webex does when it is asked twice in a day. */
  @Test
  void aVendorThatGivesTheSameAgainStandsByIt() {
    Vaulted somebody = Vaulted.withBoth(SERVER);
    String first = somebody.token("webex");
    assertThat(insteadOf(first, "person", somebody.id(), "webex").text("access_token"))
        .isEqualTo(first);
  }

  @Test
  void aGrantThatWasTakenBackAtTheVendorIsFoundOutByIt() {
    Vaulted somebody = Vaulted.withBoth(SERVER);
    String first = somebody.token("webex");
    SimulatedVendors.WEBEX.revoke(somebody.mailbox(), 0);
    assertThat(somebody.token("webex")).as("nobody has noticed").isEqualTo(first);
    assertThat(insteadOf(first, "person", somebody.id(), "webex").text("reason"))
        .isEqualTo("needs-reconnecting");
    assertThat(somebody.askFor("webex").text("reason")).isEqualTo("needs-reconnecting");
  }

  @Test
  void theApplicationsOwnIsReplacedAsWell() {
    String first = ask("application", "reader", "microsoft").text("access_token");
    String second = insteadOf(first, "application", "reader", "microsoft").text("access_token");
    assertThat(second).isNotNull().isNotEqualTo(first);
    assertThat(insteadOf(second, "application", "reader", "microsoft").text("access_token"))
        .isEqualTo(second);
    assertThat(ask("application", "crm", "microsoft").text("access_token")).isEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-token", "ABCDEF"})
  void onlyAFingerprintIsTaken(String refused) {
    Answer answer = ask("application", "reader", "microsoft", "refused", refused);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_request");
  }

  private static Answer insteadOf(String token, String type, String subject, String resource) {
    return ask(type, subject, resource, "refused", sha256(token));
  }

  private static Answer ask(String type, String subject, String resource, String... more) {
    String service = resource.equals("webex") ? "webex-service" : "calendar-service";
    String[] form = {
      "grant_type",
      "urn:ietf:params:oauth:grant-type:token-exchange",
      "subject_token_type",
      "urn:convene:token-type:" + type,
      "subject_token",
      subject,
      "resource",
      resource,
      "meeting",
      UUID.randomUUID().toString(),
      more.length == 0 ? "unused" : more[0],
      more.length == 0 ? "" : more[1]
    };
    return SERVER
        .http()
        .form("/internal/v1/vendor-tokens", "Bearer " + SERVER.http().token(service, SECRET), form);
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
