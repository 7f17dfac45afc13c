package dev.convene.gateway.servers;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.Expectation;
import dev.convene.contracts.InvitationChecked;
import dev.convene.contracts.InviteCancelled;
import dev.convene.contracts.InviteFailed;
import dev.convene.contracts.InviteSent;
import dev.convene.contracts.JoinDetails;
import dev.convene.contracts.JoinDetails.DialIn;
import dev.convene.contracts.MeetingChecked;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.MeetingDeleted;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.MeetingRefused;
import dev.convene.contracts.MeetingWithdrawn;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Requester;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepDelayed;
import dev.convene.contracts.StepRun;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What the other services say about one meeting; later seconds are later steps. */
public record Events(UUID meeting) {

  private static final String HOST = "ada@example.com";
  private static final Requester REQUESTER = new Requester("anonymous", null);
  private static final Instant BEGIN = Instant.parse("2027-01-01T09:00:00Z");

  public MeetingCreated created(int second) {
    return created(second, "webex-1");
  }

  public MeetingCreated created(int second, String webexMeetingId) {
    return new MeetingCreated(
        meeting,
        1,
        REQUESTER,
        new MeetingDetails(
            "Review",
            null,
            HOST,
            LocalDateTime.parse("2030-03-01T10:00"),
            LocalDateTime.parse("2030-03-01T11:00"),
            ZoneId.of("Europe/Berlin"),
            List.of(),
            null,
            null),
        webexMeetingId,
        new JoinDetails(
            URI.create("https://example.webex.com/meet/j/1"),
            "2551234567",
            Gateway.seal().seal("secret-word", meeting.toString()),
            Gateway.seal().seal("24680", meeting.toString()),
            "2551234567@example.webex.com",
            null,
            List.of(new DialIn("Germany", "+49-619-6781-9736"))),
        run(Step.CREATE_MEETING, second));
  }

  public MeetingRefused refused(int second) {
    return new MeetingRefused(
        meeting, HOST, reason("webex.no-licence"), run(Step.CREATE_MEETING, second));
  }

  public InviteSent sent(int second) {
    return sent(second, null);
  }

  public InviteSent sent(int second, String webexMeetingId) {
    return new InviteSent(
        meeting,
        HOST,
        "AAMk=",
        "https://outlook.office365.com/owa/?itemid=1",
        webexMeetingId,
        run(Step.SEND_INVITATION, second));
  }

  public InviteFailed failed(int second) {
    return new InviteFailed(
        meeting,
        HOST,
        REQUESTER,
        "webex-1",
        reason("graph.refused"),
        run(Step.SEND_INVITATION, second));
  }

  public MeetingWithdrawn withdrawn(int second) {
    return new MeetingWithdrawn(
        meeting, HOST, reason("graph.refused"), run(Step.WITHDRAW_MEETING, second));
  }

  public MeetingDeleted deletedForGood(int second) {
    return new MeetingDeleted(
        meeting,
        HOST,
        new Requester("eve", null),
        REQUESTER,
        null,
        null,
        true,
        run(Step.DELETE_MEETING, second));
  }

  public InviteCancelled cancelled(int second) {
    return new InviteCancelled(meeting, HOST, true, run(Step.CANCEL_INVITATION, second));
  }

  public StepDelayed delayed(Step step, int second) {
    return new StepDelayed(
        meeting,
        HOST,
        reason("webex.unavailable"),
        BEGIN.plusSeconds(second + 600L),
        run(step, second));
  }

  public AttentionNeeded attention(Step step, int second) {
    return new AttentionNeeded(
        meeting, HOST, reason("webex.cannot-delete"), "webex-1", run(step, second));
  }

  public MeetingChecked deleted(int second, Expectation expected, String... ids) {
    return new MeetingChecked(
        meeting,
        HOST,
        REQUESTER,
        second,
        expected,
        BEGIN.plusSeconds(second + 600L),
        List.of(),
        List.of(ids),
        run(Step.CHECK_MEETING, second));
  }

  public InvitationChecked checked(
      int second, Expectation expected, List<String> meetings, List<String> events) {
    return new InvitationChecked(
        meeting, HOST, second, expected, meetings, events, run(Step.CHECK_INVITATION, second));
  }

  private static StepRun run(Step step, int second) {
    Instant startedAt = BEGIN.plusSeconds(second);
    return new StepRun(step, startedAt, startedAt.plusMillis(300), 1);
  }

  private static Reason reason(String code) {
    return new Reason(code, "Something is in the way; do something about it.");
  }
}
