package dev.convene.calendar.invitation;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.contracts.JoinDetails;
import dev.convene.contracts.JoinDetails.DialIn;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Recurrence;
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

/** Meetings to invite to. Starts from one with everything, and changes what a test is about. */
public final class Samples {

  public static final String KEYSET = Seal.newKeyset();
  public static final Seal SEAL = Seal.withKeyset(KEYSET);
  public static final String HOST = "bob@contoso.example";

  private static final String AGENDA =
      """
      1. Where the fourth quarter stands
      2. Hiring plan for Zürich & Lyon
      3. Decisions

      Please read the board pack beforehand.\
      """;

  private UUID meetingId = UUID.fromString("0197f2c4-5a3e-7b21-9c44-3d5e8a6b1f00");
  private int generation = 1;
  private Requester requestedBy = new Requester("alice@contoso.example", null);
  private String host = HOST;
  private String title = "Quarterly review";
  private String agenda = AGENDA;
  private LocalDateTime start = LocalDateTime.parse("2026-12-01T10:00");
  private LocalDateTime end = LocalDateTime.parse("2026-12-01T11:30");
  private ZoneId zone = ZoneId.of("Europe/Berlin");
  private Integer reminderMinutes = 10;
  private String rule;
  private String password = "Xk7mPq2RtW9";
  private URI link =
      URI.create("https://contoso.webex.com/contoso/j.php?MTID=m0f3a5c9d2b7e41668c2a9d4e5f60718b");
  private List<Attendee> attendees =
      List.of(
          new Attendee("carol@contoso.example", "Carol Chen", AttendeeType.REQUIRED),
          new Attendee("dave@contoso.example", null, AttendeeType.OPTIONAL),
          new Attendee("room.aurora@contoso.example", "Aurora", AttendeeType.RESOURCE));
  private List<DialIn> dialIns =
      List.of(
          new DialIn("United States toll free", "+1-844-621-3956"),
          new DialIn("Germany", "+49-619-6781-9736"));

  private Samples() {}

  public static Samples aMeeting() {
    return new Samples();
  }

  public Samples withId(UUID other) {
    meetingId = other;
    return this;
  }

  public Samples inGeneration(int other) {
    generation = other;
    return this;
  }

  public Samples requestedBy(Requester other) {
    requestedBy = other;
    return this;
  }

  public Samples hostedBy(String other) {
    host = other;
    return this;
  }

  public Samples withTitle(String other) {
    title = other;
    return this;
  }

  public Samples withAgenda(String other) {
    agenda = other;
    return this;
  }

  public Samples at(String from, String to, String zoneId) {
    start = LocalDateTime.parse(from);
    end = LocalDateTime.parse(to);
    zone = ZoneId.of(zoneId);
    return this;
  }

  public Samples repeatedBy(String other) {
    rule = other;
    return this;
  }

  public Samples inviting(Attendee... others) {
    attendees = List.of(others);
    return this;
  }

  public Samples withoutReminder() {
    reminderMinutes = null;
    return this;
  }

  public Samples withLink(String other) {
    link = URI.create(other);
    return this;
  }

  public Samples withPassword(String other) {
    password = other;
    return this;
  }

  public Samples withDialIns(DialIn... others) {
    dialIns = List.of(others);
    return this;
  }

  public MeetingCreated created() {
    Instant then = Instant.parse("2026-11-23T09:00:00Z");
    return new MeetingCreated(
        meetingId,
        generation,
        requestedBy,
        new MeetingDetails(
            title,
            agenda,
            host,
            start,
            end,
            zone,
            attendees,
            reminderMinutes,
            10,
            rule == null ? null : Recurrence.of(rule)),
        "f1e2d3c4b5a69788",
        new JoinDetails(
            link,
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
