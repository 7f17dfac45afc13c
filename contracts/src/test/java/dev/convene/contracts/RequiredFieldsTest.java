package dev.convene.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Fields.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What must be there is the same for the schema and for the record, field by field. */
class RequiredFieldsTest {

  static Stream<Arguments> everyField() {
    return Contract.all()
        .flatMap(contract ->
            Fields.of(contract.fullExample().tree()).stream()
                .map(field -> Arguments.of(contract, field)));
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("everyField")
  void schemaAndRecordRefuseTheSameAbsences(Contract contract, Field field) {
    JsonNode without = field.removedFrom(contract.fullExample().tree());
    assertThat(recordRefuses(contract, without))
        .as("the record refuses, as the schema does: %s", contract.breaches(without))
        .isEqualTo(schemaRefuses(contract, without));
  }

  @Test
  void mostFieldsMustBeThereAndSomeNeedNot() {
    long fields = everyField().count();
    long refused =
        everyField()
            .map(it -> new Object[] {it.get()[0], it.get()[1]})
            .filter(it -> {
              Contract contract = (Contract) it[0];
              JsonNode full = contract.fullExample().tree();
              return schemaRefuses(contract, ((Field) it[1]).removedFrom(full));
            })
            .count();
    assertThat(refused).isBetween(fields / 2, fields - 20);
  }

  private static boolean schemaRefuses(Contract contract, JsonNode message) {
    return !contract.breaches(message).isEmpty();
  }

  private static boolean recordRefuses(Contract contract, JsonNode message) {
    try {
      contract.read(message);
      return false;
    } catch (JacksonException e) {
      return true;
    }
  }
}
