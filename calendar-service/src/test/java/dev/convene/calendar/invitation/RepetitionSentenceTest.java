package dev.convene.calendar.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Recurrence;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionSentenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY                                  | every day
          FREQ=DAILY;INTERVAL=3;COUNT=1               | every 3 days, once
          FREQ=WEEKLY;BYDAY=MO                        | every week on Monday
          FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=10 | every 2 weeks on Monday and Wednesday, 10 times
          FREQ=WEEKLY;BYDAY=MO,WE,FR                  | every week on Monday, Wednesday and Friday
          FREQ=MONTHLY;BYMONTHDAY=15                  | every month on day 15
          FREQ=MONTHLY;BYDAY=-1FR                     | every month on the last Friday
          FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14         | every year on 14 March
          FREQ=YEARLY;BYMONTH=11;BYDAY=4TH            | every year on the fourth Thursday of November
          """)
  void saysWhatTheRuleMeans(String rule, String words) {
    assertThat(sentence(rule, "UTC")).isEqualTo("Repeats " + words + ".");
  }

  /** The last occurrence is on the 4th there, although it is still the 3rd in UTC. */
  @ParameterizedTest
  @CsvSource({"Asia/Tokyo, 4 March 2027", "Europe/Berlin, 3 March 2027"})
  void theLastDateIsThatOfTheSeriesOwnZone(String zone, String date) {
    assertThat(sentence("FREQ=DAILY;UNTIL=20270303T200000Z", zone))
        .isEqualTo("Repeats every day until " + date + ".");
  }

  private static String sentence(String rule, String zone) {
    return RepetitionSentence.of(
        new Repetition(
            Recurrence.of(rule), LocalDate.parse("2027-03-01"), ZoneId.of(zone), "whatever"));
  }
}
