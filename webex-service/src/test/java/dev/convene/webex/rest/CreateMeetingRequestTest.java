package dev.convene.webex.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Recurrence;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateMeetingRequestTest {

  private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T10:00, Europe/Berlin,    2026-12-01T10:00:00+01:00",
    "2026-07-01T10:00, Europe/Berlin,    2026-07-01T10:00:00+02:00",
    "2026-10-25T02:30, Europe/Berlin,    2026-10-25T02:30:00+02:00",
    "2026-12-01T10:00, America/New_York, 2026-12-01T10:00:00-05:00",
    "2026-12-01T10:00, Asia/Kathmandu,   2026-12-01T10:00:00+05:45",
    "2026-12-01T10:00, UTC,              2026-12-01T10:00:00Z",
  })
  void timesCarryTheOffsetOfTheirZoneAndTheEarlierOneWhereTwoFit(
      LocalDateTime start, String zone, String expected) {
    assertThat(request(details(start, zone, null)).start()).isEqualTo(expected);
  }

  @Test
  void webexSendsNoMailAndTheMeetingCarriesOurMark() {
    CreateMeetingRequest request = request(details(aTime(), "UTC", null));
    assertThat(request.sendEmail()).isFalse();
    assertThat(request.integrationTags())
        .containsExactly("convene:" + ID)
        .allMatch(tag -> tag.length() <= 64);
  }

  @Test
  void peopleAreNamedToWebexAndRoomsAreNot() {
    CreateMeetingRequest request = request(details(aTime(), "UTC", null));
    assertThat(request.invitees())
        .extracting(CreateMeetingRequest.Invitee::email)
        .containsExactly("alice@contoso.example");
  }

  @Test
  void joiningBeforeTheHostIsOffUnlessAskedFor() {
    assertThat(request(details(aTime(), "UTC", null)).enabledJoinBeforeHost()).isFalse();
    assertThat(request(details(aTime(), "UTC", 0)).enabledJoinBeforeHost()).isTrue();
    assertThat(request(details(aTime(), "UTC", 15)).joinBeforeHostMinutes()).isEqualTo(15);
  }

  @Test
  void aRuleIsHandedOnAsItIsAndAbsentWhereThereIsNone() {
    MeetingDetails once = details(aTime(), "Europe/Berlin", null);
    MeetingDetails weekly =
        new MeetingDetails(
            once.title(),
            null,
            once.host(),
            once.start(),
            once.end(),
            once.timeZone(),
            List.of(),
            null,
            null,
            Recurrence.of("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"));
    assertThat(request(weekly).recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4");
    assertThat(request(once).recurrence()).isNull();
  }

  private static LocalDateTime aTime() {
    return LocalDateTime.of(2026, 12, 1, 10, 0);
  }

  private static CreateMeetingRequest request(MeetingDetails details) {
    return CreateMeetingRequest.of(ID, details, details.host());
  }

  private static MeetingDetails details(LocalDateTime start, String zone, Integer joinBefore) {
    return new MeetingDetails(
        "Review",
        null,
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
