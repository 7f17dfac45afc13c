package dev.convene.gateway.operations;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Provider;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.gateway.meetings.Meeting;
import dev.convene.gateway.progress.Fact;
import dev.convene.gateway.progress.MeetingStatus;
import dev.convene.gateway.progress.Outcome;
import dev.convene.gateway.progress.Trouble;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting whose step waits; nothing in it lets anybody join. */
@Schema(description = "A meeting that waits for its next attempt, or for an operator.")
record ParkedEntry(
    UUID meetingId,
    @Schema(allowableValues = {"DELAYED", "NEEDS_ATTENTION"}) MeetingStatus status,
    @Schema(
            type = "string",
            allowableValues = {"webex", "microsoft"})
        Provider provider,
    @Schema(type = "string", example = "create-meeting") Step step,
    @Nullable Reason reason,
    @Schema(description = "Absent where it waits for an operator.") @Nullable Instant nextAttemptAt,
    Instant firstAttemptAt,
    @Schema(description = "Calls that could have had the effect.") int attempts,
    Instant acceptedAt,
    String host,
    LocalDateTime start,
    @Schema(type = "string", example = "Europe/Berlin") ZoneId timeZone,
    @Schema(description = "Webex's id, where the meeting was made there.")
        @Nullable String webexMeetingId,
    @Schema(description = "The vendor's id of what may still exist.") @Nullable String leftover,
    @Schema(description = "What is left to do by hand, where an operator has to.")
        @Nullable String byHand) {

  static ParkedEntry of(Meeting meeting, Trouble trouble) {
    Fact fact = trouble.fact();
    MeetingDetails details = meeting.details();
    String webexId = meeting.progress().meeting().map(Fact::webexMeetingId).orElse(null);
    return new ParkedEntry(
        meeting.id(),
        trouble.status(),
        trouble.provider(),
        fact.step().name(),
        trouble.reason(),
        fact.nextAttemptAt(),
        fact.step().startedAt(),
        fact.step().attempts(),
        meeting.acceptedAt(),
        details.host(),
        details.start(),
        details.timeZone(),
        webexId,
        fact.leftover(),
        trouble.status() == MeetingStatus.NEEDS_ATTENTION ? byHand(trouble) : null);
  }

  private static String byHand(Trouble trouble) {
    if (trouble.fact().outcome() == Outcome.SENT) {
      return "Cancel the event in the host's calendar; the meeting at Webex is gone. Then abandon"
          + " this with a note.";
    }
    return switch (trouble.fact().step().name()) {
      case CREATE_MEETING ->
          "Look at Webex for a meeting of this host at this start that nobody was invited to, and"
              + " delete it. Then abandon this with a note.";
      case SEND_INVITATION ->
          "Look in the host's calendar. Is the invitation there: retry this, and it will be found."
              + " Is it not: delete the meeting at Webex, then abandon this with a note.";
      case WITHDRAW_MEETING ->
          "Delete the meeting at Webex; nobody was invited to it. Then abandon this with a note.";
      case DELETE_MEETING ->
          "Delete the meeting at Webex. Then abandon this with a note, and Convene goes on: it"
              + " cancels the event in the host's calendar.";
      case CANCEL_INVITATION ->
          "Cancel the event in the host's calendar; the meeting at Webex is gone. Then abandon this"
              + " with a note.";
      case CHECK_MEETING, CHECK_INVITATION ->
          "Do what the reason says. Then retry this, and both sides are compared again.";
    };
  }
}
