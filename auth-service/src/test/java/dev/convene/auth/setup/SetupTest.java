package dev.convene.auth.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.defaults.sealing.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SetupTest {

  private static final String GATEWAY = "https://convene.example.com";

  @TempDir private Path folder;

  @Test
  void aSecretIsMadeOnceAndStays() throws IOException {
    List<String> made = new Secrets(folder).makeMissing(GATEWAY, false);
    String password = Files.readString(folder.resolve("gateway-database-password"));

    List<String> madeLater = new Secrets(folder).makeMissing(GATEWAY, false);

    assertThat(made).contains("gateway-database-password", "sealing-keyset", "clients.json");
    assertThat(madeLater).isEmpty();
    assertThat(folder.resolve("gateway-database-password")).hasContent(password);
  }

  @Test
  void everyClientsSecretFitsItsHashAndNoneIsTheSame() throws IOException {
    new Secrets(folder).makeMissing(GATEWAY, true);

    List<JsonNode> clients =
        JsonMapper.shared()
            .readTree(Files.readString(folder.resolve("clients.json")))
            .path("clients")
            .valueStream()
            .toList();

    assertThat(clients).hasSize(5);
    assertThat(clients.getFirst().path("redirectUris").path(0).stringValue()).startsWith(GATEWAY);
    for (JsonNode client : clients) {
      String id = client.path("clientId").stringValue();
      String secret = Files.readString(folder.resolve(id + "-client-secret"));
      assertThat(
              new BCryptPasswordEncoder().matches(secret, client.path("secretHash").stringValue()))
          .as(id)
          .isTrue();
    }
    assertThat(folder.resolve("demo-system-client-secret"))
        .content()
        .isNotEqualTo(Files.readString(folder.resolve("demo-operations-client-secret")));
  }

  @Test
  void aKeyIsReplacedInThreeStepsAndEachReadsWhatTheOneBeforeSealed() {
    String old = Seal.newKeyset();
    String added = Keysets.withNewKey(old);
    String promoted = Keysets.withNewestPrimary(added);
    String pruned = Keysets.withPrimaryOnly(promoted);

    assertThat(opens(old, added)).as("the new key does not seal yet").isTrue();
    assertThat(opens(added, promoted)).as("who has not promoted it yet").isTrue();
    assertThat(opens(promoted, added)).isTrue();
    assertThat(opens(pruned, promoted)).isTrue();
    assertThatThrownBy(() -> opens(pruned, old)).isInstanceOf(Seal.CannotOpen.class);
  }

  private static boolean opens(String reader, String writer) {
    String sealed = Seal.withKeyset(writer).seal("secret", "owner");
    return Seal.withKeyset(reader).open(sealed, "owner").equals("secret");
  }

  @Test
  void whatIsNoKeysetIsNotRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Keysets.withNewKey("{\"secret\": 1}"))
        .withMessage("this is no Tink AEAD keyset in JSON")
        .withNoCause();
  }

  @Test
  void argumentsThatAreNotKnownAreAnsweredWithTheUsage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SetupApplication.run(List.of("secrets", "folder")))
        .withMessageStartingWith("Usage:");
  }
}
