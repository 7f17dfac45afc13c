package dev.convene.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Type, record, schema and examples come together, or not at all. */
class CatalogueTest {

  @Test
  void everyTypeHasItsSchemaAndExamplesAndNothingElseHas() throws IOException {
    List<String> names = Contract.all().map(Contract::toString).sorted().toList();
    try (Stream<Path> files = Files.list(Contract.SCHEMAS)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".schema.json"))
                  .map(name -> name.replace(".schema.json", ""))
                  .filter(name -> !name.equals("shared"))
                  .sorted())
          .isEqualTo(names);
    }
    try (Stream<Path> folders = Files.list(Contract.SCHEMAS.resolve("examples"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString()).sorted()).isEqualTo(names);
    }
  }

  @Test
  void everyMessageThatMayTravelHasAType() {
    assertThat(messagesOf(TopicMessage.class))
        .isEqualTo(Contract.all().map(it -> it.type().record()).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("dev.convene.contracts.Contract#all")
  void aNameHasLowerCaseWordsAndAVersion(Contract contract) {
    assertThat(contract.type().typeName()).matches("[a-z]+(\\.[a-z]+)+\\.v[1-9][0-9]*");
    assertThat(MessageType.named(contract.type().typeName())).contains(contract.type());
  }

  @ParameterizedTest
  @MethodSource("dev.convene.contracts.Contract#all")
  void theSchemaIsNamedAfterTheRecordAndSaysWhatItMeans(Contract contract) {
    JsonNode schema = contract.schema().getSchemaNode();
    assertThat(schema.path("title").asString()).isEqualTo(contract.type().record().getSimpleName());
    assertThat(schema.path("description").asString()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("dev.convene.contracts.Contract#all")
  void everyTypeHasAFullAndAMinimalExample(Contract contract) {
    assertThat(contract.examples())
        .extracting(example -> example.file().getFileName().toString())
        .contains("full.json", "minimal.json");
  }

  @ParameterizedTest
  @MethodSource("dev.convene.contracts.Contract#all")
  void theFullExampleShowsEveryFieldOfTheSchema(Contract contract) {
    TreeSet<String> declared = new TreeSet<>();
    Fields.declared(contract.schema().getSchemaNode(), "", declared);
    TreeSet<String> shown = new TreeSet<>();
    Fields.of(contract.fullExample().tree()).forEach(field -> shown.add(field.kind()));
    assertThat(shown).isEqualTo(declared);
  }

  private static Set<Class<?>> messagesOf(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(it -> messagesOf(it).stream())
            .collect(Collectors.toSet())
        : Set.of(type);
  }
}
