package dev.convene.gateway.requests;

import static dev.convene.gateway.requests.Subject.errorWith;
import static dev.convene.gateway.requests.Subject.errorsWith;
import static dev.convene.gateway.requests.Subject.valid;
import static dev.convene.gateway.requests.Subject.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.problems.RequestError;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is noon of the first of November 2026 in Greenwich. */
class MeetingTimesTest {

  @Test
  void aMeetingThatStartsInThePastIsRefused() {
    RequestError error = errorWith("start", "2026-11-01T13:00", "end", "2026-11-01T13:30");

    assertThat(error.code()).isEqualTo("in-the-past");
    assertThat(error.allowed()).isEqualTo("a time after 2026-11-01T13:00");
    assertThat(valid(with("start", "2026-11-01T13:01", "end", "2026-11-01T13:30"))).isNotNull();
  }

  @Test
  void nobodyKnowsWhatIsInTenYears() {
    assertThat(errorWith("start", "2035-12-01T10:00", "end", "2035-12-01T11:00").code())
        .isEqualTo("too-far-ahead");
  }

  @ParameterizedTest
  @CsvSource({
    "10:00, 10:10, true",
    "10:00, 10:09, false",
    "00:00, 23:59, true",
    "10:00, 10:00, false",
    "10:00, 09:00, false"
  })
  void aMeetingLastsTenMinutesToLessThanADay(String start, String end, boolean allowed) {
    Reading reading =
        Subject.read(with("start", "2030-01-01T" + start, "end", "2030-01-01T" + end));

    assertThat(reading instanceof Reading.Valid).isEqualTo(allowed);
  }

  @Test
  void durationIsMeasuredByTheSunAndNotByTheClock() {
    // In that night Berlin's clocks go from 02:00 to 03:00.
    assertThat(errorWith("start", "2027-03-28T01:55", "end", "2027-03-28T03:04").detail())
        .isEqualTo("The meeting would last 9 minutes.");
    // And in that one from 03:00 to 02:00.
    assertThat(errorWith("start", "2027-10-31T01:30", "end", "2027-11-01T00:40").detail())
        .isEqualTo("The meeting would last 1450 minutes.");
  }

  @Test
  void aTimeThatTheZoneSkipsIsRefusedWithTheReason() {
    RequestError error = errorWith("start", "2027-03-28T02:30", "end", "2027-03-28T04:00");

    assertThat(error.code()).isEqualTo("skipped-time");
    assertThat(error.detail())
        .isEqualTo(
            "There is no such time in Europe/Berlin: its clocks skip from 02:00 to 03:00 on that"
                + " day.");
    assertThat(error.allowed()).isEqualTo("for example 2027-03-28T03:00");
    assertThat(errorWith("start", "2027-03-28T01:30", "end", "2027-03-28T02:15").pointer())
        .isEqualTo("/end");
  }

  @Test
  void aTimeThatOccursTwiceMeansTheEarlier() {
    Reading.Valid valid = valid(with("start", "2027-10-31T02:30", "end", "2027-10-31T03:30"));

    assertThat(valid.start()).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
    assertThat(valid.end()).isEqualTo(Instant.parse("2027-10-31T02:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+01:00", "GMT+1", "CET1", "Berlin", "europe/berlin", "Z", ""})
  void aTimeZoneIsARegionByItsExactName(String zone) {
    assertThat(errorWith("timeZone", zone).code()).isEqualTo("not-a-time-zone");
  }

  @Test
  void aZoneInTheWrongCaseIsRecognised() {
    assertThat(errorWith("timeZone", "europe/berlin").detail())
        .isEqualTo("This is not the name of a time zone. Did you mean Europe/Berlin?");
  }

  @Test
  void anOffsetIsRefusedWithAHint() {
    assertThat(errorWith("start", "2030-03-01T10:00Z").detail()).contains("goes into timeZone");
    assertThat(errorWith("start", "2030-03-01T10:00+01:00").detail())
        .contains("goes into timeZone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2030-02-30T10:00",
        "2030-3-1T10:00",
        "2030-03-01",
        "2030-03-01T24:00",
        "+999999-01-01T10:00",
        "2030-03-01T10:00:00.5",
        "10:00"
      })
  void whatIsNoTimeIsRefused(String start) {
    assertThat(errorsWith("start", start)).extracting(RequestError::code).contains("not-a-time");
  }

  @Test
  void secondsAreRefusedBecauseWebexDropsThem() {
    assertThat(errorWith("start", "2030-03-01T10:00:30").code()).isEqualTo("seconds");
    assertThat(valid(with("start", "2030-03-01T10:00:00"))).isNotNull();
  }
}
