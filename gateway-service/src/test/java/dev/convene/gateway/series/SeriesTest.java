package dev.convene.gateway.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.series.Occurrence.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first of March 2027 is a Monday. */
class SeriesTest {

  private static final String MONDAY = "2027-03-01T10:00";

  private static Series.Reading read(String rule, String start, String zone) {
    LocalDateTime from = LocalDateTime.parse(start);
    return Series.read(rule, from, from.plusMinutes(90), ZoneId.of(zone));
  }

  private static Series series(String rule, String start, String zone) {
    Series.Reading reading = read(rule, start, zone);
    assertThat(reading).isInstanceOf(Series.Reading.Usable.class);
    return ((Series.Reading.Usable) reading).series();
  }

  private static Series series(String rule) {
    return series(rule, MONDAY, "Europe/Berlin");
  }

  private static List<String> dates(Series series) {
    return series.occurrences().stream().map(one -> one.start().toLocalDate().toString()).toList();
  }

  private static List<String> objections(Series series) {
    return series.objections().stream().map(Objection::code).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY;INTERVAL=1                                | FREQ=DAILY
          freq=daily;count=3                                   | FREQ=DAILY;COUNT=3
          COUNT=3;INTERVAL=2;FREQ=DAILY                        | FREQ=DAILY;INTERVAL=2;COUNT=3
          FREQ=DAILY;BYDAY=FR,MO,TU,WE,TH                      | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
          FREQ=WEEKLY                                          | FREQ=WEEKLY;BYDAY=MO
          FREQ=WEEKLY;BYDAY=WE,MO,WE;WKST=SU                   | FREQ=WEEKLY;BYDAY=MO,WE
          FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU              | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO
          FREQ=MONTHLY                                         | FREQ=MONTHLY;BYMONTHDAY=1
          FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1                     | FREQ=MONTHLY;BYDAY=1MO
          FREQ=MONTHLY;BYDAY=+1MO                              | FREQ=MONTHLY;BYDAY=1MO
          FREQ=YEARLY                                          | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1
          FREQ=YEARLY;BYMONTH=3                                | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1
          FREQ=YEARLY;BYDAY=1MO;BYMONTH=3;COUNT=5              | FREQ=YEARLY;BYMONTH=3;BYDAY=1MO;COUNT=5
          FREQ=DAILY;UNTIL=20270303                            | FREQ=DAILY;UNTIL=20270303T090000Z
          FREQ=DAILY;UNTIL=20270303T095959                     | FREQ=DAILY;UNTIL=20270302T090000Z
          FREQ=DAILY;UNTIL=20270303T090000Z                    | FREQ=DAILY;UNTIL=20270303T090000Z
          FREQ=WEEKLY;UNTIL=20270331T000000Z                   | FREQ=WEEKLY;BYDAY=MO;UNTIL=20270329T080000Z
          """)
  void whatMeansTheSameIsKeptInOneForm(String rule, String kept) {
    Series series = series(rule);
    assertThat(objections(series)).isEmpty();
    assertThat(series.recurrence()).hasToString(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every week                                  | not-a-rule
          RRULE:FREQ=DAILY                            | not-a-rule
          FREQ=DAILY;COUNT=0                          | not-a-rule
          FREQ=DAILY;COUNT=3;UNTIL=20270401           | not-a-rule
          FREQ=DAILY;COUNT=99999999999                | not-a-rule
          FREQ=DAILY;UNTIL=soon                       | not-a-rule
          FREQ=DAILY;UNTIL=20270431                   | not-a-rule
          FREQ=WEEKLY;BYDAY=XX                        | not-a-rule
          FREQ=HOURLY                                 | frequency
          FREQ=DAILY;INTERVAL=100                     | interval-too-long
          FREQ=DAILY;BYHOUR=9                         | part-not-supported
          FREQ=YEARLY;BYYEARDAY=60                    | part-not-supported
          FREQ=DAILY;BYMONTH=3                        | part-not-supported
          FREQ=DAILY;INTERVAL=2;BYDAY=MO              | days-of-every-nth-day
          FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU  | week-start
          FREQ=MONTHLY;BYMONTHDAY=31                  | short-months
          FREQ=MONTHLY;BYMONTHDAY=-1                  | counted-from-the-end
          FREQ=MONTHLY;BYMONTHDAY=1,15                | several-days
          FREQ=MONTHLY;BYDAY=1MO,1TU                  | several-days
          FREQ=MONTHLY;BYDAY=MO                       | every-such-weekday
          FREQ=MONTHLY;BYDAY=5MO                      | number-of-weekday
          FREQ=MONTHLY;BYDAY=-2MO                     | number-of-weekday
          FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29         | short-months
          FREQ=YEARLY;BYMONTHDAY=1                    | month-missing
          FREQ=YEARLY;BYDAY=10MO                      | month-missing
          FREQ=DAILY;UNTIL=20270228                   | no-occurrence
          """)
  void whatCannotBeSaidToBothVendorsIsRefusedWithTheReason(String rule, String code) {
    assertThat(read(rule, MONDAY, "Europe/Berlin"))
        .isInstanceOfSatisfying(
            Series.Reading.Unusable.class,
            unusable -> assertThat(unusable.why().code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY;COUNT=1826        |
          FREQ=DAILY;COUNT=1827        | too-many-occurrences
          FREQ=WEEKLY;COUNT=261        |
          FREQ=WEEKLY;COUNT=262        | too-many-occurrences
          FREQ=MONTHLY;COUNT=60        |
          FREQ=MONTHLY;COUNT=61        | too-many-occurrences
          FREQ=YEARLY;COUNT=5          |
          FREQ=YEARLY;COUNT=6          | too-many-occurrences
          FREQ=YEARLY;UNTIL=20320301   | too-many-occurrences
          FREQ=MONTHLY;INTERVAL=2;COUNT=31 |
          FREQ=MONTHLY;INTERVAL=2;COUNT=32 | too-far-ahead
          FREQ=WEEKLY;INTERVAL=9;UNTIL=20320601 | too-far-ahead
          FREQ=MONTHLY;BYMONTHDAY=2    | start-not-in-rule
          FREQ=WEEKLY;BYDAY=TU,WE      | start-not-in-rule
          """)
  void aSeriesKeepsWithinWhatWebexHolds(String rule, String objection) {
    assertThat(objections(series(rule)))
        .isEqualTo(objection == null ? List.of() : List.of(objection));
  }

  @Test
  void anObjectionSaysWhatWouldBeRight() {
    assertThat(series("FREQ=WEEKLY;BYDAY=TU").objections())
        .containsExactly(
            new Objection(
                "start-not-in-rule",
                "The meeting would start on 2027-03-01, a Monday, which is not one of the rule's"
                    + " dates.",
                "a start that is, such as 2027-03-02T10:00"));
    assertThat(series("FREQ=DAILY;COUNT=2000").objections().getFirst().detail())
        .isEqualTo(
            "These are 2000. Webex lets a daily series that has an end take place 1826 times at"
                + " most.");
  }

  @Test
  void everySecondWeekIsCountedFromMonday() {
    assertThat(dates(series("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=4")))
        .containsExactly("2027-03-01", "2027-03-07", "2027-03-15", "2027-03-21");
  }

  @Test
  void theLocalTimeStaysAndTheChangeOfTheOffsetIsMarked() {
    Series series = series("FREQ=WEEKLY;COUNT=5");
    assertThat(series.occurrences())
        .extracting(Occurrence::utcOffset)
        .containsExactly("+01:00", "+01:00", "+01:00", "+01:00", "+02:00");
    assertThat(series.occurrences())
        .filteredOn(Occurrence::offsetChanged)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.number()).isEqualTo(5);
          assertThat(one.start()).isEqualTo(LocalDateTime.parse("2027-03-29T10:00"));
          assertThat(one.startsAt()).isEqualTo(Instant.parse("2027-03-29T08:00:00Z"));
          assertThat(one.endsAt()).isEqualTo(Instant.parse("2027-03-29T09:30:00Z"));
        });
    assertThat(objections(series)).isEmpty();
  }

  @Test
  void aTimeThatSomeDaySkipsOrShowsTwiceIsMarkedAndRefused() {
    Series spring = series("FREQ=DAILY;COUNT=3", "2027-03-27T02:30", "Europe/Berlin");
    assertThat(spring.occurrences())
        .extracting(Occurrence::clock)
        .containsExactly(null, Clock.START_SKIPPED, null);
    assertThat(objections(spring)).containsExactly("skipped-time");
    assertThat(spring.objections().getFirst().detail()).contains("2027-03-28");

    Series autumn = series("FREQ=DAILY", "2027-10-30T02:30", "Europe/Berlin");
    assertThat(objections(autumn)).containsExactly("skipped-time", "time-shown-twice");
    assertThat(autumn.objections().getLast().detail())
        .contains("2027-10-31, 2028-10-29, 2029-10-28 and later");
    assertThat(objections(series("FREQ=DAILY", "2027-10-30T02:30", "UTC"))).isEmpty();
  }

  @Test
  void aMeetingDuringWhichClocksAreSetIsMarkedAndRefusedOnlyAsTheFirst() {
    Series later = series("FREQ=DAILY;COUNT=3", "2027-03-27T01:45", "Europe/Berlin");
    assertThat(later.occurrences())
        .extracting(Occurrence::clock)
        .containsExactly(null, Clock.SET_MEANWHILE, null);
    assertThat(objections(later)).isEmpty();
    assertThat(objections(series("FREQ=DAILY;COUNT=3", "2027-03-28T01:45", "Europe/Berlin")))
        .containsExactly("first-differs");
  }

  @Test
  void aZoneThatOutlookHasNotOrTakesForAnotherIsRefused() {
    assertThat(objections(series("FREQ=DAILY;COUNT=3", MONDAY, "Antarctica/Troll")))
        .containsExactly("time-zone-unknown");
    // Its clocks went with Greenland's in 2024; Windows still has them with the Azores'.
    assertThat(objections(series("FREQ=DAILY;COUNT=3", MONDAY, "America/Scoresbysund")))
        .containsExactly("time-zone-differs");
  }

  @Test
  void aSeriesWithoutAnEndIsShownForFiveYears() {
    Series series = series("FREQ=DAILY");
    assertThat(series.occurrences()).hasSize(1828);
    assertThat(series.goesOn()).isTrue();
    assertThat(series.total()).isNull();
    assertThat(series.endsAt()).isEqualTo(Instant.parse("2032-03-01T10:30:00Z"));
    assertThat(objections(series)).isEmpty();
  }

  @Test
  void aSingleMeetingIsOneOccurrence() {
    LocalDateTime start = LocalDateTime.parse("2027-10-31T02:30");
    Series once = Series.once(start, start.plusMinutes(30), ZoneId.of("Europe/Berlin"));
    assertThat(once.total()).isEqualTo(1);
    assertThat(once.recurrence()).isNull();
    assertThat(once.objections()).isEmpty();
    assertThat(once.occurrences())
        .singleElement()
        .satisfies(one -> assertThat(one.clock()).isEqualTo(Clock.START_TWICE));
  }

  @Test
  void nothingThatPeopleSendBreaksIt() {
    Random random = new Random(5545);
    String signs = "FREQ=DAILYWKMNTHOUBSP0123456789;,+-:TZ=;=; \t\"\\é";
    String valid = "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYDAY=1MO;UNTIL=20310301T090000Z";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(valid);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        int at = random.nextInt(text.length());
        char sign = signs.charAt(random.nextInt(signs.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, sign);
          case 1 -> text.insert(at, sign);
          default -> text.deleteCharAt(at);
        }
      }
      assertThat(read(text.toString(), MONDAY, "Europe/Berlin")).as(text.toString()).isNotNull();
    }
  }
}
