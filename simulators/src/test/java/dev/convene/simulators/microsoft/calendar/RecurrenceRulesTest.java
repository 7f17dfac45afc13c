package dev.convene.simulators.microsoft.calendar;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.odata.Refused;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceRulesTest {
  private static final String RANGE = "'range': {'type': 'noEnd', 'startDate': '2027-03-01'}";
  private static final String DAILY = "'pattern': {'type': 'daily', 'interval': 1}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type': 'daily', 'interval': 2",
        "'type': 'weekly', 'interval': 1, 'daysOfWeek': ['monday']",
        "'type': 'absoluteMonthly', 'interval': 1, 'dayOfMonth': 31",
        "'type': 'relativeMonthly', 'interval': 1, 'daysOfWeek': ['friday'], 'index': 'last'",
        "'type': 'absoluteYearly', 'interval': 1, 'dayOfMonth': 1, 'month': 12",
        "'type': 'relativeYearly', 'interval': 1, 'daysOfWeek': ['friday'], 'month': 1",
        "'type': 'daily', 'interval': 1, 'dayOfMonth': 0, 'month': 0"
      })
  void aPatternThatSaysWhatItsTypeNeedsIsTaken(String pattern) {
    assertThatCode(() -> check("{'pattern': {" + pattern + "}, " + RANGE + "}"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'interval': 1",
        "'type': 'daily'",
        "'type': 'daily', 'interval': 0",
        "'type': 'weekly', 'interval': 1",
        "'type': 'weekly', 'interval': 1, 'daysOfWeek': []",
        "'type': 'absoluteMonthly', 'interval': 1",
        "'type': 'absoluteMonthly', 'interval': 1, 'dayOfMonth': 32",
        "'type': 'relativeMonthly', 'interval': 1",
        "'type': 'absoluteYearly', 'interval': 1, 'dayOfMonth': 1",
        "'type': 'absoluteYearly', 'interval': 1, 'dayOfMonth': 1, 'month': 0",
        "'type': 'relativeYearly', 'interval': 1, 'month': 1",
        "'type': 'daily', 'interval': 1, 'dayOfMonth': 99"
      })
  void aPatternThatLacksSomethingIsRefused(String pattern) {
    assertRefused("{'pattern': {" + pattern + "}, " + RANGE + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'startDate': '2027-03-01'",
        "'type': 'noEnd', 'startDate': '2027-03-02'",
        "'type': 'endDate', 'startDate': '2027-03-01'",
        "'type': 'endDate', 'startDate': '2027-03-01', 'endDate': '2027-02-28'",
        "'type': 'numbered', 'startDate': '2027-03-01'",
        "'type': 'numbered', 'startDate': '2027-03-01', 'numberOfOccurrences': 0",
        "'type': 'noEnd', 'startDate': '2027-03-01', 'recurrenceTimeZone': 'Nowhere'"
      })
  void aRangeThatLacksSomethingIsRefused(String range) {
    assertRefused("{" + DAILY + ", 'range': {" + range + "}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{" + DAILY + "}", "{" + RANGE + "}"})
  void aRecurrenceHasBoth(String recurrence) {
    assertRefused(recurrence);
  }

  private static void assertRefused(String json) {
    assertThatThrownBy(() -> check(json)).isInstanceOf(Refused.class);
  }

  private static void check(String json) {
    RecurrenceRules.check(
        Json.MAPPER.readTree(json.replace('\'', '"')), LocalDate.parse("2027-03-01"));
  }
}
