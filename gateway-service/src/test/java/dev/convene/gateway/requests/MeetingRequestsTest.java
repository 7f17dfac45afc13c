package dev.convene.gateway.requests;

import static dev.convene.gateway.requests.Subject.errorWith;
import static dev.convene.gateway.requests.Subject.errorsWith;
import static dev.convene.gateway.requests.Subject.read;
import static dev.convene.gateway.requests.Subject.valid;
import static dev.convene.gateway.requests.Subject.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.contracts.MeetingDetails;
import dev.convene.gateway.problems.RequestError;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingRequestsTest {

  @Test
  void whatIsRightIsTakenAsItWasMeant() {
    MeetingDetails details =
        valid(
                with(
                    "title", "  Review ",
                    "agenda", "One\r\nTwo\tthree",
                    "host", "Ada@Example.COM",
                    "reminderMinutes", 15,
                    "joinBeforeHostMinutes", 5))
            .details();

    assertThat(details.title()).isEqualTo("Review");
    assertThat(details.agenda()).isEqualTo("One\nTwo\tthree");
    assertThat(details.host()).isEqualTo("ada@example.com");
    assertThat(details.attendees())
        .containsExactly(new Attendee("grace@example.com", "Grace", AttendeeType.REQUIRED));
    assertThat(details.reminderMinutes()).isEqualTo(15);
    assertThat(details.joinBeforeHostMinutes()).isEqualTo(5);
  }

  @Test
  void whatMayBeLeftOutMayBeNullToo() {
    String json =
        """
        {"title": "t", "host": "a@b.example", "start": "2030-01-01T10:00",
         "end": "2030-01-01T10:30:00", "timeZone": "UTC", "agenda": null, "attendees": null}
        """;

    assertThat(((Reading.Valid) read(json)).details())
        .extracting(MeetingDetails::agenda, MeetingDetails::attendees)
        .containsExactly(null, List.of());
  }

  @Test
  void aSeriesIsKeptInOneFormAndLastsUntilItsLastOccurrenceIsOver() {
    Reading.Valid weekly = valid(with("recurrence", "freq=weekly;until=20300331"));

    assertThat(weekly.details().recurrence())
        .hasToString("FREQ=WEEKLY;BYDAY=FR;UNTIL=20300329T090000Z");
    assertThat(weekly.start()).isEqualTo("2030-03-01T09:00:00Z");
    assertThat(weekly.end()).isEqualTo("2030-03-29T10:00:00Z");
    assertThat(valid(with("recurrence", "FREQ=YEARLY")).end()).isEqualTo("2035-03-01T10:00:00Z");
    assertThat(valid(with("recurrence", null)).details().recurrence()).isNull();
  }

  @Test
  void aSeriesThatCannotBeAlikeOnBothSidesIsRefusedWhereItIsSaid() {
    RequestError error = errorWith("recurrence", "FREQ=DAILY;COUNT=2000");

    assertThat(error.pointer()).isEqualTo("/recurrence");
    assertThat(error.code()).isEqualTo("too-many-occurrences");
    assertThat(error.given()).isEqualTo("FREQ=DAILY;COUNT=2000");
    assertThat(errorWith("recurrence", 7).code()).isEqualTo("not-a-text");
    assertThat(errorWith("recurrence", "FREQ=DAILY", "start", "2030-03-01").code())
        .isEqualTo("not-a-time");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    List<RequestError> errors =
        errorsWith(
            "title", null,
            "host", "nobody",
            "start", "tomorrow",
            "timeZone", "Europe/Berln",
            "reminderMinutes", -1,
            "location", "Room 1",
            "attendees", List.of(Map.of("email", "x", "type", "boss"), "grace"));

    assertThat(errors)
        .extracting(RequestError::pointer, RequestError::code)
        .containsExactlyInAnyOrder(
            tuple("/location", "unknown-field"),
            tuple("/title", "required"),
            tuple("/host", "not-a-mailbox"),
            tuple("/start", "not-a-time"),
            tuple("/timeZone", "not-a-time-zone"),
            tuple("/attendees/0/type", "not-one-of"),
            tuple("/attendees/0/email", "not-a-mailbox"),
            tuple("/attendees/1", "not-an-object"),
            tuple("/reminderMinutes", "out-of-range"));
  }

  @ParameterizedTest
  @CsvSource({
    "titel, title",
    "attendes, attendees",
    "timezone, timeZone",
    "joinBeforeHostMins, ''"
  })
  void anUnknownFieldIsRefusedWithTheOneThatWasProbablyMeant(String given, String meant) {
    RequestError error = errorWith(given, "x");

    assertThat(error.code()).isEqualTo("unknown-field");
    assertThat(error.pointer()).isEqualTo("/" + given);
    if (meant.isEmpty()) {
      assertThat(error.detail()).doesNotContain("Did you mean");
    } else {
      assertThat(error.detail()).endsWith("Did you mean " + meant + "?");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"title\": \"a\", \"title\": \"b\"}",
        "{} {}",
        "{\"title\": \"a\",}",
        "\u0000",
        "{\"title\": NaN}"
      })
  void whatIsNotOneJsonValueIsMalformed(String body) {
    assertThat(read(body)).isInstanceOf(Reading.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "3", "\"x\""})
  void whatIsNotAnObjectIsInvalid(String body) {
    assertThat(read(body)).isInstanceOf(Reading.Invalid.class);
  }

  @Test
  void aDeeplyNestedBodyIsMalformed() {
    assertThat(read("[".repeat(100_000))).isInstanceOf(Reading.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\u001bb", "a\u0085b", "a\u2028b", "a\ud800b"})
  void aTitleHasNoControlCharacters(String title) {
    String json = "\"" + escaped(title) + "\"";
    Reading reading = read("{\"title\": " + json + "}");

    assertThat(((Reading.Invalid) reading).errors())
        .anySatisfy(error -> {
          assertThat(error.pointer()).isEqualTo("/title");
          assertThat(error.code()).isEqualTo("control-characters");
        });
  }

  private static String escaped(String text) {
    return text.chars().mapToObj(c -> "\\u%04x".formatted(c)).reduce("", String::concat);
  }

  @Test
  void textsAreBounded() {
    assertThat(valid(with("title", "x".repeat(128)))).isNotNull();
    assertThat(errorWith("title", "x".repeat(129)).code()).isEqualTo("too-long");
    assertThat(errorWith("title", " ").code()).isEqualTo("blank");
    assertThat(valid(with("agenda", "x".repeat(1300)))).isNotNull();
    RequestError error = errorWith("agenda", "x".repeat(1301));
    assertThat(error.code()).isEqualTo("too-long");
    assertThat(error.given()).hasSize(80).endsWith("…");
  }

  @Test
  void anAttendeeIsInvitedOnceAndTheHostNotAtAll() {
    RequestError twice =
        errorWith(
            "attendees",
            List.of(Map.of("email", "grace@example.com"), Map.of("email", "Grace@Example.com")));
    assertThat(twice.pointer()).isEqualTo("/attendees/1/email");
    assertThat(twice.code()).isEqualTo("duplicate");

    RequestError host = errorWith("attendees", List.of(Map.of("email", "ADA@example.com")));
    assertThat(host.code()).isEqualTo("is-the-host");
  }

  @Test
  void atMostFiveHundredAreInvited() {
    assertThat(valid(with("attendees", attendees(500)))).isNotNull();
    assertThat(errorWith("attendees", attendees(501)).code()).isEqualTo("too-many");
  }

  private static List<Map<String, String>> attendees(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Map.of("email", "a" + i + "@b.example"))
        .toList();
  }

  @Test
  void notMoreErrorsAreToldThanSomebodyReads() {
    List<Map<String, String>> broken =
        attendees(300).stream().map(_ -> Map.of("email", "x")).toList();

    assertThat(errorsWith("attendees", broken)).hasSize(Refusals.MOST);
  }

  @Test
  void minutesAreWholeNumbersThatAreOffered() {
    assertThat(valid(with("reminderMinutes", 0, "joinBeforeHostMinutes", 15))).isNotNull();
    assertThat(errorWith("reminderMinutes", 40_321).code()).isEqualTo("out-of-range");
    assertThat(errorWith("reminderMinutes", 1.5).code()).isEqualTo("not-a-whole-number");
    assertThat(errorWith("reminderMinutes", "15").code()).isEqualTo("not-a-whole-number");
    assertThat(errorWith("reminderMinutes", 1e300).code()).isEqualTo("not-a-whole-number");
    assertThat(errorWith("joinBeforeHostMinutes", 7).code()).isEqualTo("not-one-of");
  }
}
