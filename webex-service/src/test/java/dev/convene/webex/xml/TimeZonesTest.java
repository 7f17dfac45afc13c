package dev.convene.webex.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.webex.xml.TimeZones.Numbered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimeZonesTest {

  private static final Instant WINTER = Instant.parse("2027-01-15T09:00:00Z");

  static Stream<Numbered> known() {
    return TimeZones.known().stream();
  }

  /** Otherwise Webex may not have followed, and its name for it would be no proof. */
  @ParameterizedTest
  @MethodSource("known")
  void aZoneThatIsUsedHasTheOffsetOfItsNameAndTheSameRulesSince2015(Numbered known) {
    ZoneRules rules = known.zone().getRules();
    String offset = known.label().substring(3, 9);
    assertThat(rules.getStandardOffset(WINTER))
        .isEqualTo(ZoneOffset.of(offset.equals("+00:00") ? "Z" : offset));
    assertThat(transitions(rules)).isEqualTo(byRule(rules));
  }

  private static List<Instant> transitions(ZoneRules rules) {
    return Stream.iterate(
            rules.nextTransition(Instant.parse("2015-01-01T00:00:00Z")),
            next ->
                next != null && next.getInstant().isBefore(Instant.parse("2032-01-01T00:00:00Z")),
            next -> rules.nextTransition(next.getInstant()))
        .map(ZoneOffsetTransition::getInstant)
        .toList();
  }

  private static List<Instant> byRule(ZoneRules rules) {
    return IntStream.rangeClosed(2015, 2031)
        .boxed()
        .flatMap(year ->
            rules.getTransitionRules().stream()
                .map(rule -> rule.createTransition(year).getInstant()))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       25, Europe/Berlin",
    "Europe/Vienna,       22, Europe/Amsterdam",
    "America/New_York,    11, America/New_York",
    "US/Pacific,          4,  America/Los_Angeles",
    "America/Detroit,     11, America/New_York",
    "Asia/Kolkata,        41, Asia/Kolkata",
    "Asia/Calcutta,       41, Asia/Kolkata",
    "Australia/Melbourne, 55, Australia/Sydney",
    "Asia/Kathmandu,      41, Asia/Kolkata",
    "America/Sao_Paulo,   17, America/Argentina/Buenos_Aires",
    "UTC,                 21, Europe/London",
  })
  void aZoneIsTheOneNamedOrOneWhoseClockGoesTheSameOrTheNearest(
      ZoneId wanted, int number, ZoneId zone) {
    Numbered found = TimeZones.forMoment(WINTER, wanted);
    assertThat(found.number()).isEqualTo(number);
    assertThat(found.zone()).isEqualTo(zone);
  }

  @Test
  void whateverTheZoneEachMomentComesBackAlsoWhereItsClockChanges() {
    for (String id : ZoneId.getAvailableZoneIds()) {
      ZoneId wanted = ZoneId.of(id);
      for (int day = 0; day < 365; day += 31) {
        assertComesBack(Instant.parse("2027-01-01T00:30:00Z").plus(Duration.ofDays(day)), wanted);
      }
      ZoneOffsetTransition change = wanted.getRules().nextTransition(WINTER);
      for (int i = 0; i < 2 && change != null; i++) {
        assertComesBack(change.getInstant().minus(Duration.ofMinutes(30)), wanted);
        assertComesBack(change.getInstant().plus(Duration.ofMinutes(30)), wanted);
        change = wanted.getRules().nextTransition(change.getInstant());
      }
    }
  }

  @Test
  void theHourThatTheClockShowsTwiceIsToldWhereItIsShownOnce() {
    Instant earlier =
        LocalDateTime.parse("2027-10-31T02:30")
            .atZone(ZoneId.of("Europe/Berlin"))
            .withEarlierOffsetAtOverlap()
            .toInstant();
    assertComesBack(earlier, ZoneId.of("Europe/Berlin"));
    assertThat(TimeZones.forMoment(earlier, ZoneId.of("Europe/Berlin")).zone())
        .isNotEqualTo(ZoneId.of("Europe/Berlin"));
    assertComesBack(earlier.plus(Duration.ofHours(1)), ZoneId.of("Europe/Berlin"));
  }

  private static void assertComesBack(Instant time, ZoneId wanted) {
    WebexTime told = WebexTime.of(time, wanted);
    assertThat(WebexTime.startIn(Element.of("schedule", told.start())))
        .as(wanted.getId())
        .hasValue(time);
    ZoneRules rules = TimeZones.of(told.zoneId()).orElseThrow().getRules();
    assertThat(rules.getValidOffsets(told.local())).hasSize(1);
  }
}
