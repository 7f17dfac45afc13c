package dev.convene.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Fields.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What must be there is the same for the schema and for the record, field by field. */
class RequiredFieldsTest {

  /** A message from which one field is missing. */
  record Absence(Contract contract, Field field) {

    JsonNode message() {
      return field.removedFrom(contract.fullExample().tree());
    }

    @Override
    public String toString() {
      return contract + " without " + field.parent() + "/" + field.name();
    }
  }

  static Stream<Absence> absences() {
    return Contract.all()
        .flatMap(contract ->
            Fields.of(contract.fullExample().tree()).stream()
                .map(field -> new Absence(contract, field)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("absences")
  void schemaAndRecordRefuseTheSameAbsences(Absence absence) {
    assertThat(recordRefuses(absence))
        .as("the record refuses, as the schema does: %s", absence)
        .isEqualTo(schemaRefuses(absence));
  }

  @Test
  void mostFieldsMustBeThereAndSomeNeedNot() {
    long fields = absences().count();
    long refused = absences().filter(RequiredFieldsTest::schemaRefuses).count();
    assertThat(refused).isBetween(fields / 2, fields - 20);
  }

  private static boolean schemaRefuses(Absence absence) {
    return !absence.contract().breaches(absence.message()).isEmpty();
  }

  private static boolean recordRefuses(Absence absence) {
    try {
      absence.contract().read(absence.message());
      return false;
    } catch (JacksonException e) {
      return true;
    }
  }
}
