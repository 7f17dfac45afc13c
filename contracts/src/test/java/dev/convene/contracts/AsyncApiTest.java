package dev.convene.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.AsyncApi.Operation;
import dev.convene.defaults.messaging.Envelope;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The published description of the topics is what the code does. */
class AsyncApiTest {

  private static final Map<String, Class<?>> TOPICS =
      Map.of(
          Topics.SCHEDULING_COMMANDS, SchedulingCommand.class,
          Topics.WEBEX_EVENTS, WebexEvent.class,
          Topics.CALENDAR_EVENTS, CalendarEvent.class,
          Topics.OPERATIONS_COMMANDS, OperatorCommand.class);

  private final AsyncApi api = new AsyncApi();

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(api.references())
        .hasSizeGreaterThan(50)
        .allSatisfy(reference ->
            assertThat(
                    reference.startsWith("#")
                        ? !api.target(reference).isMissingNode()
                        : Files.isRegularFile(Contract.MODULE.resolve(reference)))
                .as(reference)
                .isTrue());
  }

  @Test
  void aTopicCarriesTheMessagesOfItsInterface() {
    TOPICS.forEach((topic, common) ->
        assertThat(api.topics().get(topic))
            .as(topic)
            .isEqualTo(
                Contract.all()
                    .filter(it -> common.isAssignableFrom(it.type().record()))
                    .map(Contract::toString)
                    .collect(Collectors.toSet())));
  }

  @ParameterizedTest
  @MethodSource("dev.convene.contracts.Contract#all")
  void aMessageNamesItsTypeAndItsSchema(Contract contract) {
    JsonNode message = api.at("/components/messages/" + contract.type().record().getSimpleName());
    assertThat(message.path("name").asString("")).isEqualTo(contract.toString());
    assertThat(message.at("/headers/allOf/1/properties/ce_type/const").asString(""))
        .isEqualTo(contract.toString());
    assertThat(Contract.MODULE.resolve(message.at("/payload/schema/$ref").asString("")))
        .isEqualTo(contract.schemaFile());
  }

  @Test
  void noOtherMessageIsDescribedButTheDeadLetter() {
    Set<String> described = new TreeSet<>(api.at("/components/messages").propertyNames());
    assertThat(described.remove("DeadLetter")).isTrue();
    assertThat(described)
        .isEqualTo(
            Contract.all()
                .map(it -> it.type().record().getSimpleName())
                .collect(Collectors.toSet()));
  }

  @Test
  void theHeadersAreThoseOfTheEnvelope() {
    Envelope envelope = new Envelope("1", "a.v1", "/a", "b", Instant.EPOCH, true);
    Set<String> described =
        new TreeSet<>(api.at("/components/schemas/headers/properties").propertyNames());
    assertThat(described.remove("traceparent")).as("is the tracer's").isTrue();
    assertThat(described).isEqualTo(envelope.headers().keySet());
  }

  @Test
  void everyTopicHasOneWriterWhichIsTheOneThatTopicsNames() {
    assertThat(writers(Topics.SCHEDULING_COMMANDS)).containsExactly("gateway-service");
    assertThat(writers(Topics.WEBEX_EVENTS)).containsExactly("webex-service");
    assertThat(writers(Topics.CALENDAR_EVENTS)).containsExactly("calendar-service");
    assertThat(writers(Topics.OPERATIONS_COMMANDS)).containsExactly("gateway-service");
    assertThat(api.topics().keySet()).allSatisfy(topic -> assertThat(writers(topic)).hasSize(1));
  }

  @Test
  void everyConsumerHasADeadLetterTopicOfItsOwnAndThereAreNoOtherTopics() {
    Set<String> expected = new HashSet<>(TOPICS.keySet());
    for (Operation operation : api.operations()) {
      if (operation.action().equals("receive")) {
        String deadLetter = Topics.deadLetter(operation.topic(), operation.service());
        expected.add(deadLetter);
        assertThat(Topics.deadLettersOf(operation.service())).contains(deadLetter);
        assertThat(writers(deadLetter)).containsExactly(operation.service());
      }
    }
    assertThat(api.topics().keySet()).isEqualTo(expected);
    assertThat(deadLettersOfAll()).isSubsetOf(expected);
  }

  @Test
  void everyMessageIsTakenBySomebody() {
    Set<String> taken =
        api.operations().stream()
            .filter(operation -> operation.action().equals("receive"))
            .flatMap(operation -> operation.messages().stream())
            .collect(Collectors.toSet());
    assertThat(taken).isEqualTo(Contract.all().map(Contract::toString).collect(Collectors.toSet()));
  }

  private static Set<String> deadLettersOfAll() {
    return Topics.CONSUMERS.values().stream()
        .flatMap(Set::stream)
        .flatMap(consumer -> Topics.deadLettersOf(consumer).stream())
        .collect(Collectors.toSet());
  }

  private List<String> writers(String topic) {
    return api.operations().stream()
        .filter(operation -> operation.topic().equals(topic))
        .filter(operation -> operation.action().equals("send"))
        .map(Operation::service)
        .toList();
  }
}
