package dev.convene.simulators.microsoft.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.simulators.http.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OccurrencesTest {
  private static final Slot SLOT =
      Slot.of(
          Slot.json(LocalDateTime.parse("2027-03-01T10:00:00"), "W. Europe Standard Time"),
          Slot.json(LocalDateTime.parse("2027-03-01T11:00:00"), "W. Europe Standard Time"),
          false);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'type': 'daily', 'interval': 10; 2027-03-01 2027-03-11 2027-03-21",
        "'type': 'weekly', 'interval': 2, 'daysOfWeek': ['monday', 'friday'], 'firstDayOfWeek':"
            + " 'monday'; 2027-03-01 2027-03-05 2027-03-15",
        "'type': 'weekly', 'interval': 1, 'daysOfWeek': ['sunday']; 2027-03-07 2027-03-14"
            + " 2027-03-21",
        "'type': 'absoluteMonthly', 'interval': 1, 'dayOfMonth': 31; 2027-03-31 2027-04-30"
            + " 2027-05-31",
        "'type': 'relativeMonthly', 'interval': 1, 'daysOfWeek': ['tuesday'], 'index': 'second';"
            + " 2027-03-09 2027-04-13 2027-05-11",
        "'type': 'relativeMonthly', 'interval': 1, 'daysOfWeek': ['friday'], 'index': 'last';"
            + " 2027-03-26 2027-04-30 2027-05-28",
        "'type': 'absoluteYearly', 'interval': 1, 'dayOfMonth': 1, 'month': 2; 2028-02-01"
            + " 2029-02-01 2030-02-01",
        "'type': 'relativeYearly', 'interval': 2, 'daysOfWeek': ['monday'], 'month': 3;"
            + " 2027-03-01 2029-03-05 2031-03-03"
      })
  void aPatternMeansTheseDates(String pattern, String dates) {
    assertThat(dates(series(pattern, "'type': 'numbered', 'numberOfOccurrences': 3")))
        .containsExactly(dates.split(" "));
  }

  @Test
  void aSeriesStaysAtItsLocalTimeWhenClocksChange() {
    List<Slot> slots =
        Occurrences.between(
            SLOT,
            series("'type': 'weekly', 'interval': 4, 'daysOfWeek': ['monday']", "'type': 'noEnd'"),
            Instant.parse("2027-03-01T00:00:00Z"),
            Instant.parse("2027-04-01T00:00:00Z"));

    assertThat(slots)
        .extracting(Slot::startAt)
        .containsExactly(
            Instant.parse("2027-03-01T09:00:00Z"), Instant.parse("2027-03-29T08:00:00Z"));
  }

  @Test
  void aSeriesEndsOnItsLastDay() {
    assertThat(
            dates(
                series(
                    "'type': 'daily', 'interval': 1",
                    "'type': 'endDate', 'endDate': '2027-03-02'")))
        .containsExactly("2027-03-01", "2027-03-02");
  }

  private static List<String> dates(JsonNode series) {
    return Occurrences.between(
            SLOT,
            series,
            Instant.parse("2027-01-01T00:00:00Z"),
            Instant.parse("2040-01-01T00:00:00Z"))
        .stream()
        .map(slot -> slot.start().toLocalDate().toString())
        .toList();
  }

  private static JsonNode series(String pattern, String range) {
    return Json.MAPPER.readTree(
        ("{'pattern': {" + pattern + "}, 'range': {'startDate': '2027-03-01', " + range + "}}")
            .replace('\'', '"'));
  }
}
