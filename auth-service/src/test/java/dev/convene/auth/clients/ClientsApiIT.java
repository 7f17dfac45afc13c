package dev.convene.auth.clients;

import static dev.convene.auth.servers.ClientsFiles.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.ClientsFiles;
import dev.convene.auth.servers.Database;
import dev.convene.auth.servers.Http;
import dev.convene.auth.servers.Http.Answer;
import dev.convene.auth.servers.MovedClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators do with clients. */
class ClientsApiIT {

  private static final MovedClock CLOCK = new MovedClock();
  private static final AuthServer SERVER =
      AuthServer.started(new Database(), CLOCK, ClientsFiles.containing(ClientsFiles.USUAL));
  private static final Http HTTP = SERVER.http();

  private final String id = "client-" + UUID.randomUUID();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Answer get(String path) {
    return HTTP.get("/api/v1/clients" + path, "Bearer " + HTTP.operatorToken());
  }

  private static Answer post(String path, String json) {
    return HTTP.post("/api/v1/clients" + path, "Bearer " + HTTP.operatorToken(), json);
  }

  /** With the scope to read meetings; gives its secret. */
  private String register() {
    Answer answer =
        post(
            "",
            """
            {"clientId": "%s", "name": "Ticketing", "scopes": ["meetings.read"]}\
            """
                .formatted(id));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/clients/" + id);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return answer.text("secret");
  }

  @Test
  void aRegisteredClientGetsTokensWithTheSecretThatIsShownOnce() {
    String secret = register();
    assertThat(secret).startsWith("convene_").hasSizeGreaterThan(50);
    assertThat(HTTP.askForToken(id, secret).text("scope")).isEqualTo("meetings.read");

    Answer shown = get("/" + id);
    assertThat(shown.json().has("secret")).isFalse();
    assertThat(shown.text("name")).isEqualTo("Ticketing");
    assertThat(shown.text("source")).isEqualTo("api");
    assertThat(get("").body()).contains(id).doesNotContain(secret).doesNotContain("$2a$");
  }

  @Test
  void aNullInThePlaceOfKeysMeansASecret() {
    Answer answer =
        post(
            "",
            """
            {"clientId": "%s", "name": "N", "scopes": ["meetings.read"], "keys": null}\
            """
                .formatted(id));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.text("authentication")).isEqualTo("secret");
  }

  @Test
  void anIdIsTakenOnce() {
    register();
    Answer again =
        post(
            "",
            "{\"clientId\": \"%s\", \"name\": \"B\", \"scopes\": [\"meetings.read\"]}"
                .formatted(id));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("type")).isEqualTo("urn:convene:problem:client-exists");
  }

  @Test
  void anOldSecretIsGoodForItsGraceTimeBesideTheNewOne() {
    String old = register();
    Answer rotation = post("/" + id + "/secret", "{\"grace\": \"PT1H\"}");
    assertThat(rotation.status()).as(rotation.body()).isEqualTo(200);
    String fresh = rotation.text("secret");
    assertThat(rotation.text("oldSecretUntil")).isNotBlank();
    assertThat(HTTP.askForToken(id, old).status()).isEqualTo(200);
    assertThat(HTTP.askForToken(id, fresh).status()).isEqualTo(200);

    CLOCK.move(Duration.ofMinutes(61));
    assertThat(HTTP.askForToken(id, old).status()).isEqualTo(401);
    assertThat(HTTP.askForToken(id, fresh).status()).isEqualTo(200);
  }

  @Test
  void withoutGraceTheOldSecretEndsAtOnce() {
    String old = register();
    String fresh = post("/" + id + "/secret", "{\"grace\": \"PT0S\"}").text("secret");
    assertThat(HTTP.askForToken(id, old).status()).isEqualTo(401);
    assertThat(HTTP.askForToken(id, fresh).status()).isEqualTo(200);
  }

  @Test
  void afterTwoRotationsTheFirstSecretIsGone() {
    String first = register();
    String second = post("/" + id + "/secret", "").text("secret");
    post("/" + id + "/secret", "");
    assertThat(HTTP.askForToken(id, first).status()).isEqualTo(401);
    assertThat(HTTP.askForToken(id, second).status()).isEqualTo(200);
  }

  @Test
  void aDisabledClientGetsNothingAndItsTokensAreNotActive() {
    String secret = register();
    String token = HTTP.token(id, secret);
    assertThat(HTTP.isActive(token)).isTrue();

    Answer disabled = post("/" + id + "/disable", "");
    assertThat(disabled.status()).as(disabled.body()).isEqualTo(200);
    assertThat(disabled.text("disabledAt")).isNotBlank();
    assertThat(HTTP.askForToken(id, secret).body())
        .isEqualTo(HTTP.askForToken("nobody", secret).body());
    assertThat(HTTP.isActive(token)).isFalse();

    assertThat(post("/" + id + "/enable", "").status()).isEqualTo(200);
    assertThat(HTTP.askForToken(id, secret).status()).isEqualTo(200);
  }

  @Test
  void aDisabledOperatorIsLockedOutAtOnce() {
    Answer registered =
        post(
            "",
            "{\"clientId\": \"%s\", \"name\": \"Op\", \"scopes\": [\"operations.write\"]}"
                .formatted(id));
    String token = HTTP.token(id, registered.text("secret"));
    assertThat(HTTP.get("/api/v1/clients", "Bearer " + token).status()).isEqualTo(200);
    post("/" + id + "/disable", "");
    assertThat(HTTP.get("/api/v1/clients", "Bearer " + token).status()).isEqualTo(401);
  }

  @Test
  void anUnknownClientIsNotFound() {
    for (String path : new String[] {"/secret", "/disable", "/enable"}) {
      Answer answer = post("/nobody" + path, "");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text("type")).isEqualTo("urn:convene:problem:client-not-found");
    }
    assertThat(get("/nobody").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/clientId /name /scopes",
        "{\"clientId\":\"A b\",\"name\":\"a\\nb\",\"scopes\":[\"x\",null]}"
            + "|/clientId /name /scopes/0 /scopes/1",
        "{\"clientId\":\"a1\",\"name\":\"N\",\"scopes\":[\"meetings.read\"],"
            + "\"secretHash\":\"$2a$\"}|/secretHash",
        "{\"clientId\":\"a1\",\"name\":\"N\",\"scopes\":[\"meetings.read\"],\"keys\":{}}|/keys",
        "{\"clientId\":\"a1\",\"name\":\"N\",\"scopes\":[\"meetings.read\"],\"admin\":true}|/admin",
        "{\"clientId\":\"a1\",\"name\":\"N\",\"scopes\":\"meetings.read\"}|/scopes"
      })
  void allThatIsWrongIsSaidAtOnce(String json, String pointers) {
    Answer answer = post("", json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.text("type")).isEqualTo("urn:convene:problem:invalid-request");
    assertThat(answer.json().get("errors"))
        .extracting(error -> error.get("pointer").stringValue())
        .containsExactly(pointers.split(" "));
  }

  @Test
  void aPrivateKeyIsRefusedWithoutBeingRepeated() throws Exception {
    var key = new RSAKeyGenerator(2048).keyID("k").generate();
    Answer answer =
        post(
            "",
            """
            {"clientId": "%s", "name": "N", "scopes": ["meetings.read"], "keys": %s}\
            """
                .formatted(id, new JWKSet(key).toString(false)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("private")
        .doesNotContain(key.getPrivateExponent().toString());
    assertThat(get("/" + id).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"P31D", "PT-1S"})
  void aGraceTimeHasLimits(String grace) {
    register();
    assertThat(post("/" + id + "/secret", "{\"grace\": \"" + grace + "\"}").status())
        .isEqualTo(400);
  }

  @Test
  void aBodyThatIsNoJsonOrTooLargeIsRefused() {
    assertThat(post("", "{\"clientId\": ").text("type"))
        .isEqualTo("urn:convene:problem:malformed-json");
    assertThat(post("", "null").status()).isEqualTo(400);
    Answer large = post("", "{\"name\": \"" + "x".repeat(70_000) + "\"}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.text("type")).isEqualTo("urn:convene:problem:body-too-large");
  }

  @Test
  void anotherMethodIsNamedAsRefused() {
    Answer answer = post("/reader", "{}");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET");
    assertThat(answer.text("type")).isEqualTo("urn:convene:problem:method-not-allowed");
  }

  @Test
  void clientsOfTheFileAreMarkedAsSuch() {
    assertThat(get("/reader").text("source")).isEqualTo("file");
    assertThat(HTTP.askForToken("reader", SECRET).status()).isEqualTo(200);
  }
}
