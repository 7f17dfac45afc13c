package dev.convene.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SourceTest {

  @Test
  void anEngineThatAnswersIsUsedAndNoneIsMissed() {
    assertThat(Source.choose(null, () -> true)).isEqualTo(Source.CONTAINERS);
    assertThat(Source.choose(null, () -> false)).isEqualTo(Source.EMBEDDED);
  }

  @Test
  void whoAsksForEmbeddedServersGetsThemBesideAnEngine() {
    assertThat(Source.choose("embedded", () -> true)).isEqualTo(Source.EMBEDDED);
  }

  @Test
  void whoInsistsOnContainersIsNotGivenAnythingElse() {
    assertThat(Source.choose("containers", () -> true)).isEqualTo(Source.CONTAINERS);
    assertThatIllegalStateException()
        .isThrownBy(() -> Source.choose("containers", () -> false))
        .withMessageContaining("no engine answers");
  }

  @Test
  void aWordThatIsNeitherIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Source.choose("docker", () -> true));
  }

  @Test
  void theImagesAreThoseOfTheComposeFile() throws IOException {
    String compose = Files.readString(Path.of("..", "docker-compose.yml"));

    assertThat(compose)
        .contains(
            "image: " + Images.POSTGRES + "\n",
            "image: " + Images.KAFKA + "\n",
            "image: " + Images.REDIS + "\n");
  }
}
