package dev.convene.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/provider-limits.md names is there. */
class LimitsPageTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| (?!-|limit)(.+) \\|$", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void everyLimitNamesCodeAndTestsThatExist() throws IOException {
    List<String[]> rows =
        ROW.matcher(Files.readString(Product.REPOSITORY.resolve("docs/provider-limits.md")))
            .results()
            .map(row -> row.group(1).split(" \\| ", -1))
            .toList();
    assertThat(rows).hasSizeGreaterThan(20);
    List<Path> sources = sources();
    for (String[] row : rows) {
      assertThat(row).as(row[0]).hasSize(4);
      assertThat(names(row[3])).as("tests of: %s", row[0]).isNotEmpty();
      assertThat(names(row[3])).allSatisfy(test -> assertThat(hasTest(sources, test)).isTrue());
      assertThat(names(row[2]))
          .allSatisfy(type -> assertThat(find(sources, "/main/", type)).isNotEmpty());
    }
  }

  private static boolean hasTest(List<Path> sources, String test) throws IOException {
    int dot = test.indexOf('.');
    for (Path file : find(sources, "/test/", test.substring(0, dot))) {
      if (Files.readString(file).contains("  void " + test.substring(dot + 1) + "(")) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> find(List<Path> sources, String kind, String type) {
    return sources.stream()
        .filter(file -> file.toString().contains(kind))
        .filter(file -> file.toString().endsWith("/" + type + ".java"))
        .toList();
  }

  private static List<String> names(String cell) {
    return NAME.matcher(cell).results().map((MatchResult name) -> name.group(1)).toList();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(Product.REPOSITORY)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(LimitsPageTest::javaFiles)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
