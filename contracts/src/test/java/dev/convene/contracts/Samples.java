package dev.convene.contracts;

import dev.convene.contracts.JoinDetails.DialIn;
import dev.convene.defaults.sealing.Seal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Every message, with all that it can carry and with as little as it may. */
final class Samples {

  static final UUID MEETING = UUID.fromString("019ab3c4-5d10-7a3e-9c41-2f6e08d1b7a5");
  static final String HOST = "anna.keller@contoso.example";
  static final Instant NOON = Instant.parse("2026-11-30T12:00:00.000000001Z");
  static final Reason FULL_REASON = new Reason("webex.throttled", "Too fast; we wait.", "trace-1");
  static final Reason REASON = new Reason("webex.throttled", "Too fast; we wait.");
  static final MeetingDetails FULL_DETAILS =
      new MeetingDetails(
          "Review \"Q1\" <b>&</b> 👩‍💻",
          "One\nTwo",
          HOST,
          LocalDateTime.parse("2027-10-31T02:30"),
          LocalDateTime.parse("2027-10-31T03:00:30"),
          ZoneId.of("America/Argentina/Buenos_Aires"),
          List.of(
              new Attendee("li.wei@contoso.example", "李伟", AttendeeType.REQUIRED),
              new Attendee("room@contoso.example", null, AttendeeType.RESOURCE)),
          15,
          0,
          Recurrence.of("FREQ=YEARLY;INTERVAL=2;BYMONTH=10;BYDAY=-1SU;UNTIL=20311026T053000Z"));
  static final MeetingDetails DETAILS =
      new MeetingDetails(
          "x",
          null,
          HOST,
          LocalDateTime.parse("2027-01-14T10:00"),
          LocalDateTime.parse("2027-01-14T10:10"),
          ZoneId.of("UTC"),
          List.of(),
          null,
          null);

  private static final String SEALED =
      Seal.withKeyset(Seal.newKeyset()).seal("Xk7;pW-42", MEETING.toString());

  private Samples() {}

  static Stream<TopicMessage> all() {
    return Stream.concat(full(), minimal());
  }

  static Stream<TopicMessage> full() {
    StepRun step = new StepRun(Step.CREATE_MEETING, NOON, NOON.plusMillis(7), 3);
    Requester requester = new Requester("anna", "convene-portal", HOST, RequestMode.DELEGATED);
    JoinDetails join =
        new JoinDetails(
            URI.create("https://contoso.webex.com/j.php?MTID=m1"),
            "25550179342",
            SEALED,
            SEALED,
            "25550179342@contoso.webex.com",
            "25550179342",
            List.of(new DialIn("Switzerland Toll", "+41-43-555-0142")));
    return Stream.of(
        new ScheduleMeeting(MEETING, 2, requester, FULL_DETAILS),
        new MeetingCreated(MEETING, 2, requester, FULL_DETAILS, "webex-1", join, step),
        new MeetingRefused(MEETING, HOST, FULL_REASON, step),
        new MeetingWithdrawn(MEETING, HOST, FULL_REASON, step),
        new InviteSent(MEETING, HOST, "AAkA=", "https://outlook.office365.com/x", "webex-1", step),
        new InviteFailed(MEETING, HOST, requester, "webex-1", FULL_REASON, step),
        new CancelMeeting(
            MEETING,
            HOST,
            requester,
            requester,
            NOON,
            "Not \"now\".\nSorry",
            NOON,
            NOON.plusSeconds(1),
            List.of("webex-1", "webex-2"),
            "AAkA="),
        new MeetingDeleted(MEETING, HOST, requester, requester, "Sorry", "AAkA=", true, step),
        new InviteCancelled(MEETING, HOST, true, step),
        new CheckMeeting(
            MEETING, HOST, requester, 3, Expectation.UNSURE, NOON, NOON, NOON, "webex-1"),
        new MeetingChecked(
            MEETING,
            HOST,
            requester,
            3,
            Expectation.BOTH,
            NOON,
            List.of("webex-1"),
            List.of("w"),
            step),
        new InvitationChecked(
            MEETING, HOST, 3, Expectation.BOTH, List.of("webex-1"), List.of("AAkA="), step),
        new StepDelayed(MEETING, HOST, FULL_REASON, NOON.plusSeconds(60), step),
        new AttentionNeeded(MEETING, HOST, FULL_REASON, "webex-1", step),
        new RetryStep(MEETING, HOST, 7),
        new AbandonStep(MEETING, HOST, "Not needed.", false, 8),
        new PauseWork(HOST, 9),
        new ResumeWork(HOST, 10),
        new MeetingScheduled(
            MEETING, HOST, 2, NOON, join.webLink(), "https://outlook.office.com/x"),
        new MeetingDelayed(MEETING, HOST, 3, NOON, FULL_REASON, NOON.plusSeconds(60)),
        new MeetingFailed(MEETING, HOST, 4, NOON, FULL_REASON),
        new MeetingCancelled(MEETING, HOST, 5, NOON),
        new MeetingNeedsAttention(MEETING, HOST, 6, NOON, FULL_REASON));
  }

  static Stream<TopicMessage> minimal() {
    StepRun step = new StepRun(Step.SEND_INVITATION, Instant.EPOCH, Instant.EPOCH, 0);
    Requester requester = new Requester("anna", null);
    JoinDetails join =
        new JoinDetails(
            URI.create("http://localhost:9401/j"), null, null, null, null, null, List.of());
    return Stream.of(
        new ScheduleMeeting(MEETING, 1, requester, DETAILS),
        new MeetingCreated(MEETING, 1, requester, DETAILS, "webex-1", join, step),
        new MeetingRefused(MEETING, HOST, REASON, step),
        new MeetingWithdrawn(MEETING, HOST, REASON, step),
        new InviteSent(MEETING, HOST, "AAkA=", null, null, step),
        new InviteFailed(MEETING, HOST, requester, "webex-1", REASON, step),
        new CancelMeeting(
            MEETING,
            HOST,
            requester,
            requester,
            NOON,
            null,
            NOON,
            NOON.plusSeconds(1),
            List.of(),
            null),
        new MeetingDeleted(MEETING, HOST, requester, requester, null, null, false, step),
        new InviteCancelled(MEETING, HOST, false, step),
        new CheckMeeting(MEETING, HOST, requester, 1, Expectation.NONE, NOON, NOON, NOON, null),
        new MeetingChecked(
            MEETING, HOST, requester, 1, Expectation.NONE, NOON, List.of(), List.of(), step),
        new InvitationChecked(MEETING, HOST, 1, Expectation.NONE, List.of(), List.of(), step),
        new StepDelayed(MEETING, HOST, REASON, Instant.EPOCH, step),
        new AttentionNeeded(MEETING, HOST, REASON, null, step),
        new RetryStep(MEETING, HOST, 1),
        new AbandonStep(MEETING, HOST, "x", true, 1),
        new PauseWork("webex", 1),
        new ResumeWork("microsoft", 1),
        new MeetingScheduled(MEETING, HOST, 1, Instant.EPOCH, join.webLink(), null),
        new MeetingDelayed(MEETING, HOST, 1, Instant.EPOCH, REASON, Instant.EPOCH),
        new MeetingFailed(MEETING, HOST, 1, Instant.EPOCH, REASON),
        new MeetingCancelled(MEETING, HOST, 1, Instant.EPOCH),
        new MeetingNeedsAttention(MEETING, HOST, 1, Instant.EPOCH, REASON));
  }
}
