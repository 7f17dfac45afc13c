package dev.convene.webex.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.contracts.MeetingDetails;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateMeetingTest {

  private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T10:00, Europe/Berlin,    12/01/2026 10:00:00, 25",
    "2026-07-01T10:00, Europe/Berlin,    07/01/2026 10:00:00, 25",
    "2026-12-01T10:00, Asia/Kathmandu,   12/01/2026 09:45:00, 41",
    "2026-12-01T10:00, UTC,              12/01/2026 10:00:00, 21",
    "2026-07-01T10:00, UTC,              07/01/2026 10:00:00, 19",
  })
  void timesAreLocalToOneOfWebexsZones(
      LocalDateTime start, String zone, String startDate, String number) {
    Element schedule = part("schedule", details(start, zone, null, null));
    assertThat(schedule.text("startDate")).hasValue(startDate);
    assertThat(schedule.text("timeZoneID")).hasValue(number);
    assertThat(schedule.text("duration")).hasValue("60");
  }

  @Test
  void theLengthIsThatOfTheTimeWhichPassesAndNotOfTheClock() {
    LocalDateTime night = LocalDateTime.of(2027, 10, 31, 1, 30);
    MeetingDetails details = between(night, night.plusHours(2), "Europe/Berlin");
    assertThat(part("schedule", details).text("duration")).hasValue("180");
  }

  @Test
  void webexSendsNoMailAndTheMeetingCarriesOurMark() {
    MeetingDetails details = details(aTime(), "UTC", "Numbers", null);
    assertThat(part("metaData", details).text("agenda")).hasValue("Numbers\n\nconvene:" + ID);
    assertThat(part("attendeeOptions", details).text("emailInvitations")).hasValue("false");
    assertThat(part("participants", details).text("attendees/attendee/emailInvitations"))
        .hasValue("false");
  }

  @Test
  void theMarkIsTheLastLineAndNothingElse() {
    assertThat(Mark.isOn("Numbers\r\n\r\nconvene:" + ID + "\n", ID)).isTrue();
    assertThat(Mark.isOn("convene:" + ID, ID)).isTrue();
    assertThat(Mark.isOn("copied: convene:" + ID + "\n\nconvene:" + UUID.randomUUID(), ID))
        .isFalse();
    assertThat(Mark.isOn("Numbers", ID)).isFalse();
  }

  @Test
  void peopleAreNamedToWebexAndRoomsAreNot() {
    Element attendees =
        part("participants", details(aTime(), "UTC", null, null)).at("attendees").orElseThrow();
    assertThat(attendees.all("attendee").map(each -> each.text("person/email").orElseThrow()))
        .containsExactly("alice@contoso.example");
  }

  @Test
  void joiningBeforeTheHostIsOffUnlessAskedFor() {
    Element off = part("schedule", details(aTime(), "UTC", null, null));
    assertThat(off.text("openTime")).hasValue("0");
    assertThat(off.text("joinTeleconfBeforeHost")).hasValue("false");
    Element on = part("schedule", details(aTime(), "UTC", null, 15));
    assertThat(on.text("openTime")).hasValue("900");
    assertThat(on.text("joinTeleconfBeforeHost")).hasValue("true");
  }

  @Test
  void passwordsFitWhateverRulesASiteMayHave() {
    for (int i = 0; i < 100; i++) {
      assertThat(MeetingPasswords.next())
          .hasSizeBetween(8, 16)
          .containsPattern("[A-Z]")
          .containsPattern("[a-z]")
          .containsPattern("[0-9]")
          .contains("!");
    }
  }

  private static LocalDateTime aTime() {
    return LocalDateTime.of(2026, 12, 1, 10, 0);
  }

  private static Element part(String name, MeetingDetails details) {
    return Element.of("content", CreateMeeting.of(ID, details, "Secret12").content())
        .at(name)
        .orElseThrow();
  }

  private static MeetingDetails between(LocalDateTime start, LocalDateTime end, String zone) {
    return new MeetingDetails(
        "Review", null, "bob@contoso.example", start, end, ZoneId.of(zone), List.of(), null, null);
  }

  private static MeetingDetails details(
      LocalDateTime start, String zone, String agenda, Integer joinBefore) {
    return new MeetingDetails(
        "Review",
        agenda,
        "bob@contoso.example",
        start,
        start.plusHours(1),
        ZoneId.of(zone),
        List.of(
            new Attendee("alice@contoso.example", "Alice", AttendeeType.REQUIRED),
            new Attendee("room.aurora@contoso.example", null, AttendeeType.RESOURCE)),
        null,
        joinBefore);
  }
}
