package dev.convene.auth.clients;

import static dev.convene.auth.servers.ClientsFiles.SECRET;
import static dev.convene.auth.servers.ClientsFiles.withSecret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.auth.AuthApplication;
import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.ClientsFiles;
import dev.convene.auth.servers.Database;
import dev.convene.auth.servers.Http;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a start needs, and what the clients' file does. */
@ExtendWith(OutputCaptureExtension.class)
class StartIT {

  private static final String OPERATOR =
      withSecret("operator", SECRET, "operations.read", "operations.write");

  private final Database database = new Database();

  private AuthServer started(String... clients) {
    String json = "{\"clients\": [" + String.join(", ", clients) + "]}";
    return AuthServer.started(database, InstantSource.system(), ClientsFiles.containing(json));
  }

  private static int post(Http http, String path) {
    return http.post("/api/v1/clients/" + path, "Bearer " + http.operatorToken(), "").status();
  }

  @Test
  void withoutSettingsItSaysWhatItNeedsAndDoesNotStart(CapturedOutput output) {
    assertThatThrownBy(() -> SpringApplication.run(AuthApplication.class))
        .hasMessageContaining("Not set: ");
    assertThat(output)
        .contains("CONVENE_AUTH_KEYSET")
        .contains("Set AUTH_CLIENTS_FILE to a JSON file with the clients that may ask for tokens.")
        .contains("Set AUTH_ISSUER to the URL")
        .doesNotContain("\tat ");
  }

  @Test
  void aFileWithMistakesIsRefusedWithAllOfThem(CapturedOutput output) {
    assertThatThrownBy(() ->
            started(
                OPERATOR,
                "{\"clientId\": \"x\", \"name\": \"N\", \"scopes\": [\"no.such\"]}",
                OPERATOR,
                "{\"clientId\": \"plain\", \"name\": \"N\", \"scopes\": [\"meetings.read\"],"
                    + " \"secretHash\": \"in-clear\"}"))
        .isInstanceOf(UnusableClientsFile.class);
    assertThat(output)
        .contains("/clients/1/clientId: ")
        .contains("/clients/1/scopes/0: There are only meetings.read")
        .contains("/clients/1: Give either a secretHash or keys.")
        .contains("/clients/2/clientId: this id is there twice")
        .contains("/clients/3/secretHash: Give a bcrypt hash")
        .doesNotContain("in-clear")
        .doesNotContain("$2a$");
  }

  @Test
  void aFileThatIsNotThereIsNamed(CapturedOutput output) {
    assertThatThrownBy(() ->
            AuthServer.started(database, InstantSource.system(), Path.of("/no/such/clients.json")))
        .isInstanceOf(UnusableClientsFile.class);
    assertThat(output).contains("/no/such/clients.json").contains("it cannot be read");
  }

  @Test
  void nothingThatAStartWritesIsASecret(CapturedOutput output) {
    started(OPERATOR).close();
    assertThat(output)
        .doesNotContain(AuthServer.KEYSET)
        .doesNotContain("$2a$")
        .doesNotContainIgnoringCase("password");
  }

  @Test
  void whatAnOperatorChangedStaysUntilTheFileSaysAnotherThing() {
    String reader = withSecret("reader", SECRET, "meetings.read");
    String fresh;
    try (AuthServer server = started(OPERATOR, reader)) {
      Http http = server.http();
      fresh =
          http.post(
                  "/api/v1/clients/reader/secret",
                  "Bearer " + http.operatorToken(),
                  "{\"grace\": \"PT0S\"}")
              .text("secret");
    }
    try (AuthServer server = started(OPERATOR, reader)) {
      assertThat(server.http().askForToken("reader", fresh).status()).isEqualTo(200);
      assertThat(server.http().askForToken("reader", SECRET).status()).isEqualTo(401);
    }
    try (AuthServer server = started(OPERATOR, withSecret("reader", "third", "meetings.write"))) {
      assertThat(server.http().askForToken("reader", fresh).status()).isEqualTo(401);
      assertThat(server.http().askForToken("reader", "third").text("scope"))
          .isEqualTo("meetings.write");
    }
  }

  @Test
  void whoLeavesTheFileIsDisabledAndWhoWasDisabledStaysSo() {
    String reader = withSecret("reader", SECRET, "meetings.read");
    String writer = withSecret("writer", SECRET, "meetings.write");
    try (AuthServer server = started(OPERATOR, reader, writer)) {
      assertThat(post(server.http(), "writer/disable")).isEqualTo(200);
    }
    try (AuthServer server = started(OPERATOR, writer)) {
      assertThat(server.http().askForToken("reader", SECRET).status()).isEqualTo(401);
      assertThat(server.http().askForToken("writer", SECRET).status()).isEqualTo(401);
    }
    String renamed = writer.replace("Client writer", "Renamed");
    try (AuthServer server = started(OPERATOR, reader, renamed)) {
      assertThat(server.http().askForToken("reader", SECRET).status()).isEqualTo(200);
      assertThat(server.http().askForToken("writer", SECRET).status()).isEqualTo(401);
    }
  }
}
