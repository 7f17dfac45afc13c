package dev.convene.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No module escapes the rules because somebody forgot to name it here. */
class ReactorTest {

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  /** What drives and tests the product is not part of it. */
  private static final Set<String> NOT_THE_PRODUCT =
      Set.of(
          "architecture-tests",
          "local-stack",
          "e2e-tests",
          "benchmarks",
          "chaos-tests",
          "saga-simulation",
          "test-servers",
          "deployment-tests",
          "portal"); // has no classes

  @Test
  void everyModuleOfTheReactorIsUnderTheRules() throws IOException {
    TreeSet<String> inReactor = new TreeSet<>(reactor());
    inReactor.removeAll(NOT_THE_PRODUCT);
    assertThat(inReactor)
        .as("add a new module to Module and to this module's pom.xml")
        .isEqualTo(
            Stream.of(Module.values())
                .map(Module::folder)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<String> reactor() throws IOException {
    String pom = Files.readString(Product.REPOSITORY.resolve("pom.xml"));
    return MODULE.matcher(pom).results().map((MatchResult it) -> it.group(1)).toList();
  }
}
