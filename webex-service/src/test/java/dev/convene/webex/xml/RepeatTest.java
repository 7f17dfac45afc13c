package dev.convene.webex.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Recurrence;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=DAILY | DAILY 1",
        "FREQ=DAILY;INTERVAL=3;COUNT=5 | DAILY 3 5",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE | WEEKLY 2 [MONDAY WEDNESDAY]",
        "FREQ=MONTHLY;BYMONTHDAY=15 | MONTHLY 1 15",
        "FREQ=MONTHLY;BYDAY=2TU;COUNT=4 | MONTHLY 1 4 [TUESDAY] 2",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31 | YEARLY 1 31 3",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | YEARLY 1 [THURSDAY] 4 11",
        "FREQ=DAILY;UNTIL=20270401T080000Z | DAILY 1 04/01/2027 23:59:59",
        "FREQ=DAILY;UNTIL=20270331T223000Z | DAILY 1 04/01/2027 23:59:59",
      })
  void aRuleIsToldInTheOrderOfTheSchema(String rule, String told) {
    Element repeat = Repeat.of(Recurrence.of(rule), BERLIN);
    assertThat(repeat.children().stream().map(RepeatTest::words).collect(Collectors.joining(" ")))
        .isEqualTo(told);
  }

  private static String words(Element element) {
    return element.children().isEmpty()
        ? element.text()
        : element.children().stream().map(Element::text).collect(Collectors.joining(" ", "[", "]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin | FREQ=MONTHLY;BYDAY=-1FR | last weekday",
        "Europe/Berlin | FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO | last weekday",
        "Europe/Berlin | FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=1 | every other year",
        "Europe/Berlin | FREQ=DAILY;COUNT=1000 | more than 999",
        "Asia/Kathmandu | FREQ=DAILY;COUNT=3 | Asia/Kathmandu",
        "UTC | FREQ=DAILY;COUNT=3 | UTC",
      })
  void whatCannotBeToldForCertainIsRefusedWithTheReason(ZoneId zone, String rule, String why) {
    Optional<Reason> obstacle = obstacle(rule, zone);
    assertThat(obstacle.map(Reason::code)).hasValue("webex.series");
    assertThat(obstacle.map(Reason::message).orElseThrow()).contains(why);
  }

  @Test
  void aSeriesIsToldInAZoneWhoseClockGoesTheSame() {
    assertThat(obstacle("FREQ=DAILY", ZoneId.of("Europe/Vienna"))).isEmpty();
    assertThat(obstacle("FREQ=DAILY", ZoneId.of("America/Sao_Paulo"))).isEmpty();
  }

  private static Optional<Reason> obstacle(String rule, ZoneId zone) {
    LocalDateTime start = LocalDateTime.of(2027, 3, 1, 10, 0);
    MeetingDetails details =
        new MeetingDetails(
            "Series",
            null,
            "bob@contoso.example",
            start,
            start.plusHours(1),
            zone,
            List.of(),
            null,
            null,
            Recurrence.of(rule));
    return Repeat.obstacle(details, start.atZone(zone).toInstant());
  }
}
