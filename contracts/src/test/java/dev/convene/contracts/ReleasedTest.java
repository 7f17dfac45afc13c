package dev.convene.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * While replicas of two versions run side by side, the newer one reads what the older one writes.
 */
class ReleasedTest {

  static Stream<Released> versions() {
    return Released.versions().stream();
  }

  static Stream<Path> examples() {
    return versions().flatMap(version -> version.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleOfAReleaseIsReadAndNothingInItIsLost(Path example) {
    JsonNode then = Contract.JSON.readTree(example.toFile());

    JsonNode now = Contract.written(Released.contractOf(example).read(then));

    assertThat(lost("", then, now)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyTypeOfAReleaseIsStillThereAndAsksForNothingMore(Released version) {
    assertThat(version.examples()).isNotEmpty();
    assertThat(version.forgotten()).isEmpty();
    assertThat(version.brokenPromises()).isEmpty();
  }

  @Test
  void aFieldThatIsDemandedOrGoneIsFound() {
    JsonNode then =
        Contract.JSON.readTree(
            """
            {"required": ["a"], "properties": {"a": {}, "b": {"properties": {"c": {}}}}}\
            """);
    JsonNode now =
        Contract.JSON.readTree(
            """
            {"required": ["a", "d"], "properties": {"a": {}, "b": {"properties": {}}, "d": {}}}\
            """);

    assertThat(Released.broken("x", then, now))
        .containsExactly("x demands d", "x/b has no c any more");
    assertThat(Released.broken("x", then, then)).isEmpty();
  }

  @Test
  void anExampleThatLacksWhatTodayDemandsIsNotRead() {
    Path example =
        examples()
            .filter(it -> it.toString().contains("meeting.schedule.v1"))
            .findFirst()
            .orElseThrow();
    ObjectNode then = (ObjectNode) Contract.JSON.readTree(example.toFile());
    ((ObjectNode) then.path("details")).remove("host");

    assertThatThrownBy(() -> Released.contractOf(example).read(then)).isNotNull();
  }

  @Test
  void aValueThatDoesNotComeThroughIsFound() {
    JsonNode then = Contract.JSON.readTree("{\"a\": 1, \"b\": {\"c\": 2}}");
    JsonNode now = Contract.JSON.readTree("{\"a\": 1, \"b\": {}}");

    assertThat(lost("", then, now)).containsExactly("/b/c");
  }

  /** Pointers to what is in one and not, or otherwise, in the other. */
  private static List<String> lost(String where, JsonNode then, JsonNode now) {
    if (!then.isObject()) {
      return then.equals(now) ? List.of() : List.of(where);
    }
    return then.propertyNames().stream()
        .flatMap(field -> lost(where + "/" + field, then.path(field), now.path(field)).stream())
        .toList();
  }
}
