package dev.convene.simulators.webex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static List<String> dates(String start, String rule) {
    return starts(start, rule).stream()
        .map(ZonedDateTime::toLocalDate)
        .map(LocalDate::toString)
        .toList();
  }

  private static List<ZonedDateTime> starts(String start, String rule) {
    ZonedDateTime first = LocalDate.parse(start).atTime(10, 0).atZone(BERLIN);
    return new Expansion(Recurrence.parse(rule, BERLIN), first).starts();
  }

  private static Optional<String> problem(String rule) {
    return Recurrence.problem(rule, LocalDate.parse("2027-03-01").atTime(10, 0).atZone(BERLIN));
  }

  @Test
  void everySecondDay() {
    assertThat(dates("2027-01-30", "FREQ=DAILY;INTERVAL=2;COUNT=3"))
        .containsExactly("2027-01-30", "2027-02-01", "2027-02-03");
  }

  @Test
  void weeklyOnSeveralDaysFromTheMiddleOfAWeek() {
    assertThat(dates("2027-03-03", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4"))
        .containsExactly("2027-03-03", "2027-03-08", "2027-03-10", "2027-03-15");
  }

  @Test
  void theLocalTimeStaysWhenTheClocksChange() {
    List<ZonedDateTime> starts = starts("2027-03-22", "FREQ=WEEKLY;COUNT=2");

    assertThat(starts).extracting(ZonedDateTime::getHour).containsOnly(10);
    assertThat(starts.get(0).getOffset()).isNotEqualTo(starts.get(1).getOffset());
  }

  @Test
  void monthlyOnADayThatSomeMonthsLack() {
    assertThat(dates("2027-01-31", "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3"))
        .containsExactly("2027-01-31", "2027-03-31", "2027-05-31");
    assertThat(dates("2027-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2"))
        .containsExactly("2027-01-31", "2027-02-28");
  }

  @Test
  void monthlyOnTheSecondTuesdayAndTheLastFriday() {
    assertThat(dates("2027-03-09", "FREQ=MONTHLY;BYDAY=2TU;COUNT=2"))
        .containsExactly("2027-03-09", "2027-04-13");
    assertThat(dates("2027-03-26", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1;COUNT=2"))
        .containsExactly("2027-03-26", "2027-04-30");
  }

  @Test
  void yearlyUntilADate() {
    assertThat(dates("2027-06-01", "FREQ=YEARLY;UNTIL=20290601T100000Z"))
        .containsExactly("2027-06-01", "2028-06-01", "2029-06-01");
  }

  @Test
  void aRuleWithoutAnEndIsFollowedForFiveYears() {
    assertThat(dates("2027-06-01", "FREQ=YEARLY")).hasSize(6).endsWith("2032-06-01");
    assertThat(dates("2027-06-01", "FREQ=YEARLY;UNTIL=20991231")).hasSize(6);
  }

  @Test
  void whatWebexDoesNotTakeIsNamed() {
    assertThat(problem("FREQ=DAILY;COUNT=1826")).isEmpty();
    assertThat(problem("FREQ=DAILY;COUNT=1827").orElseThrow()).contains("1826");
    assertThat(problem("FREQ=WEEKLY;COUNT=262").orElseThrow()).contains("261");
    assertThat(problem("FREQ=MONTHLY;COUNT=61").orElseThrow()).contains("60");
    assertThat(problem("FREQ=YEARLY;COUNT=6").orElseThrow()).contains("5");
    assertThat(problem("FREQ=YEARLY;UNTIL=20310301")).isEmpty();
    assertThat(problem("FREQ=YEARLY;UNTIL=20320301").orElseThrow()).contains("5");
    assertThat(problem("FREQ=HOURLY")).isPresent();
    assertThat(problem("every week")).isPresent();
    assertThat(problem("FREQ=WEEKLY;BYDAY=XX")).isPresent();
    assertThat(problem("FREQ=DAILY;INTERVAL=0")).isPresent();
    assertThat(problem("FREQ=DAILY;COUNT=2;UNTIL=20270101")).isPresent();
    assertThat(problem("FREQ=DAILY;FREQ=DAILY")).isPresent();
    assertThat(problem("FREQ=DAILY;UNTIL=tomorrow")).isPresent();
    assertThat(problem("FREQ=MONTHLY;BYMONTHDAY=32")).isPresent();
    assertThat(problem("FREQ=YEARLY;BYMONTH=13")).isPresent();
    assertThat(problem("FREQ=MONTHLY;BYDAY=9MO")).isPresent();
    assertThat(problem("FREQ=DAILY;INTERVAL=2000000000")).isPresent();
    assertThat(problem("FREQ=MONTHLY;BYDAY=;COUNT=1")).isPresent();
  }
}
