package dev.convene.calendar.invitation;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.contracts.JoinDetails;
import dev.convene.contracts.JoinDetails.DialIn;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Requester;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.defaults.sealing.Seal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Meetings to invite to. Starts from one with everything, and takes away. */
public record Samples(
    UUID meetingId,
    int generation,
    Requester requestedBy,
    String title,
    String agenda,
    LocalDateTime start,
    LocalDateTime end,
    ZoneId zone,
    List<Attendee> attendees,
    Integer reminderMinutes,
    URI webLink,
    String password,
    List<DialIn> dialIns) {

  public static final Seal SEAL = Seal.withKeyset(Seal.newKeyset());
  public static final String HOST = "bob@contoso.example";

  private static final String AGENDA =
      """
      1. Where the fourth quarter stands
      2. Hiring plan for Zürich & Lyon
      3. Decisions

      Please read the board pack beforehand.\
      """;

  public static Samples aMeeting() {
    return new Samples(
        UUID.fromString("0197f2c4-5a3e-7b21-9c44-3d5e8a6b1f00"),
        1,
        new Requester("alice@contoso.example", null),
        "Quarterly review",
        AGENDA,
        LocalDateTime.parse("2026-12-01T10:00"),
        LocalDateTime.parse("2026-12-01T11:30"),
        ZoneId.of("Europe/Berlin"),
        List.of(
            new Attendee("carol@contoso.example", "Carol Chen", AttendeeType.REQUIRED),
            new Attendee("dave@contoso.example", null, AttendeeType.OPTIONAL),
            new Attendee("room.aurora@contoso.example", "Aurora", AttendeeType.RESOURCE)),
        10,
        URI.create(
            "https://contoso.webex.com/contoso/j.php?MTID=m0f3a5c9d2b7e41668c2a9d4e5f60718b"),
        "Xk7mPq2RtW9",
        List.of(
            new DialIn("United States toll free", "+1-844-621-3956"),
            new DialIn("Germany", "+49-619-6781-9736")));
  }

  public Samples withTitle(String other) {
    return new Samples(
        meetingId,
        generation,
        requestedBy,
        other,
        agenda,
        start,
        end,
        zone,
        attendees,
        reminderMinutes,
        webLink,
        password,
        dialIns);
  }

  public Samples withId(UUID other) {
    return new Samples(
        other,
        generation,
        requestedBy,
        title,
        agenda,
        start,
        end,
        zone,
        attendees,
        reminderMinutes,
        webLink,
        password,
        dialIns);
  }

  public Samples inGeneration(int other) {
    return new Samples(
        meetingId,
        other,
        requestedBy,
        title,
        agenda,
        start,
        end,
        zone,
        attendees,
        reminderMinutes,
        webLink,
        password,
        dialIns);
  }

  public Samples withAgenda(String other) {
    return new Samples(
        meetingId,
        generation,
        requestedBy,
        title,
        other,
        start,
        end,
        zone,
        attendees,
        reminderMinutes,
        webLink,
        password,
        dialIns);
  }

  public Samples requestedBy(Requester other) {
    return new Samples(
        meetingId,
        generation,
        other,
        title,
        agenda,
        start,
        end,
        zone,
        attendees,
        reminderMinutes,
        webLink,
        password,
        dialIns);
  }

  public Samples at(String from, String to, String zoneId) {
    return new Samples(
        meetingId,
        generation,
        requestedBy,
        title,
        agenda,
        LocalDateTime.parse(from),
        LocalDateTime.parse(to),
        ZoneId.of(zoneId),
        attendees,
        reminderMinutes,
        webLink,
        password,
        dialIns);
  }

  public Samples inviting(Attendee... others) {
    return new Samples(
        meetingId,
        generation,
        requestedBy,
        title,
        agenda,
        start,
        end,
        zone,
        List.of(others),
        reminderMinutes,
        webLink,
        password,
        dialIns);
  }

  public Samples withLink(String link) {
    return new Samples(
        meetingId,
        generation,
        requestedBy,
        title,
        agenda,
        start,
        end,
        zone,
        attendees,
        reminderMinutes,
        URI.create(link),
        password,
        dialIns);
  }

  public Samples withPassword(String other) {
    return new Samples(
        meetingId,
        generation,
        requestedBy,
        title,
        agenda,
        start,
        end,
        zone,
        attendees,
        reminderMinutes,
        webLink,
        other,
        dialIns);
  }

  public Samples withDialIns(DialIn... others) {
    return new Samples(
        meetingId,
        generation,
        requestedBy,
        title,
        agenda,
        start,
        end,
        zone,
        attendees,
        reminderMinutes,
        webLink,
        password,
        List.of(others));
  }

  public Samples withoutReminder() {
    return new Samples(
        meetingId,
        generation,
        requestedBy,
        title,
        agenda,
        start,
        end,
        zone,
        attendees,
        null,
        webLink,
        password,
        dialIns);
  }

  public MeetingCreated created() {
    Instant then = Instant.parse("2026-11-23T09:00:00Z");
    return new MeetingCreated(
        meetingId,
        generation,
        requestedBy,
        new MeetingDetails(title, agenda, HOST, start, end, zone, attendees, reminderMinutes, 10),
        "f1e2d3c4b5a69788",
        new JoinDetails(
            webLink,
            "26345678901",
            password == null ? null : SEAL.seal(password, meetingId.toString()),
            SEAL.seal("95762839", meetingId.toString()),
            "26345678901@contoso.webex.com",
            "26345678901",
            dialIns),
        new StepRun(Step.CREATE_MEETING, then, then.plusMillis(300), 1));
  }

  public Invitation invitation() {
    return switch (new Composer(SEAL).compose(created())) {
      case Composition.Ready(var invitation) -> invitation;
      case Composition.Impossible(var reason) -> throw new AssertionError(reason.message());
      case Composition.Blocked(var reason) -> throw new AssertionError(reason.message());
    };
  }
}
