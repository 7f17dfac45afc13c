package dev.convene.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bytecode does not show: length, promises and mocks. Each rule is shown to fail as well. */
class SourceFilesTest {

  private final SourceFiles product = new SourceFiles(Product.REPOSITORY);

  @TempDir private Path small;

  SourceFilesTest() throws IOException {}

  @Test
  void theRulesSeeTheFiles() {
    assertThat(product.count()).isGreaterThan(200);
  }

  @Test
  void noFileIsTooLongToBeReadInOneGo() throws IOException {
    assertThat(product.tooLong()).isEmpty();
    plant("a/src/main/java/Long.java", "// line\n".repeat(301));
    plant("a/src/main/java/Short.java", "// line\n".repeat(300));
    plant("a/src/test/java/LongTest.java", "// line\n".repeat(301));
    assertThat(new SourceFiles(small).tooLong())
        .containsExactly("a/src/main/java/Long.java: 301 lines");
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    assertThat(product.leftForLater()).as("do it, or open an issue").isEmpty();
    plant("a/Later.java", "int a;\n// TO" + "DO: the rest\n");
    plant("a/later.yml", "# FIX" + "ME");
    plant("a/TodoList.java", "class TodoList { /* METHODO */ }");
    plant("a/target/Copy.java", "// TO" + "DO: the rest\n");
    assertThat(new SourceFiles(small).leftForLater())
        .containsExactlyInAnyOrder(
            "a/Later.java:2: // TO" + "DO: the rest", "a/later.yml:1: # FIX" + "ME");
  }

  @Test
  void nothingIsMocked() throws IOException {
    assertThat(product.mocks()).as("write a fake, or use the real thing").isEmpty();
    plant("a/MockedTest.java", "import static org." + "mockito.Mockito.mock;\n");
    plant("a/BeanTest.java", "@Mock" + "itoBean Seal seal;\n");
    assertThat(new SourceFiles(small).mocks()).hasSize(2);
  }

  private void plant(String file, String text) throws IOException {
    Path path = small.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
