package dev.convene.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Contract.Example;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Schema, examples and records say the same, whichever side one starts from. */
class RoundTripTest {

  static Stream<Example> examples() {
    return Contract.all().flatMap(contract -> contract.examples().stream());
  }

  static Stream<TopicMessage> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsWhatItsSchemaDemands(Example example) {
    assertThat(example.contract().breaches(example.tree())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsReadAndWrittenBackTheSame(Example example) {
    TopicMessage message = example.contract().read(example.tree());
    assertThat(message).isExactlyInstanceOf(example.contract().type().record());
    assertThat(Contract.written(message)).isEqualTo(example.tree());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void fieldsThatALaterWriterAddedAreSkipped(Example example) {
    JsonNode later = example.tree().deepCopy();
    addTo(later);
    assertThat(example.contract().read(later)).isEqualTo(example.contract().read(example.tree()));
    assertThat(example.contract().breaches(later)).as("what we write has none").isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatARecordWritesIsWhatItsSchemaDemands(TopicMessage message) {
    Contract contract = new Contract(MessageType.of(message));
    assertThat(contract.breaches(Contract.written(message))).isEmpty();
    assertThat(contract.read(Contract.written(message))).isEqualTo(message);
  }

  @Test
  void theSamplesLeaveNoTypeOut() {
    for (Stream<TopicMessage> samples : List.of(Samples.full(), Samples.minimal())) {
      assertThat(samples.map(MessageType::of).collect(Collectors.toSet()))
          .isEqualTo(EnumSet.allOf(MessageType.class));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theKeyStandsInWhatItWrites(TopicMessage message) {
    JsonNode written = Contract.written(message);
    JsonNode key =
        Stream.of("/host", "/details/host", "/target")
            .map(written::at)
            .filter(node -> !node.isMissingNode())
            .findFirst()
            .orElseThrow();
    assertThat(key.asString()).isEqualTo(message.key());
  }

  private static void addTo(JsonNode node) {
    node.forEach(RoundTripTest::addTo);
    if (node instanceof ObjectNode object) {
      object.putObject("addedLater").putArray("values").add(1).addNull();
    }
  }
}
