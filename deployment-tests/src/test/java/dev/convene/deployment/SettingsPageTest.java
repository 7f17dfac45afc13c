package dev.convene.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsPageTest {

  @Test
  void thePageSaysWhatTheClassesSay() throws IOException {
    String text = SettingsPage.text();
    Path made = Repository.ROOT.resolve("deployment-tests/target/settings.md");
    Files.createDirectories(made.getParent());
    Files.writeString(made, text);

    assertThat(Repository.read("docs/settings.md"))
        .as("cp deployment-tests/target/settings.md docs/settings.md")
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway-service",
        "auth-service",
        "webex-service",
        "calendar-service",
        "step-worker"
      })
  void everySettingWithADefaultSaysWhatItIs(String module) {
    assertThat(SettingsPage.metadata(module).filter(it -> it.has("defaultValue")))
        .isNotEmpty()
        .allSatisfy((JsonNode it) ->
            assertThat(it.path("description").asText()).as(it.path("name").asText()).isNotBlank());
  }
}
