package dev.convene.gateway.meetings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.gateway.progress.Fact;
import dev.convene.gateway.progress.Outcome;
import dev.convene.gateway.progress.Progress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of one step.
 *
 * @param number stable; the id of the event that announced it
 * @param attempts calls that could have had the effect
 */
@Schema(description = "One run of one step.")
public record TimelineEntry(
    @Schema(description = "Stays; also the id of the event in the stream.", example = "1")
        int number,
    @Schema(example = "create-meeting") StepName step,
    Instant startedAt,
    Instant endedAt,
    @Schema(example = "312") long tookMillis,
    @Schema(description = "Calls that could have had the effect.", example = "1") int attempts,
    @Schema(example = "created") Result outcome,
    @Nullable Reason reason,
    @Schema(description = "Where the step was delayed.") @Nullable Instant nextAttemptAt) {

  /** The steps of the process, and the gateway's own before them: what it has accepted. */
  public enum StepName {
    @JsonProperty("accept-request")
    ACCEPT_REQUEST,
    @JsonProperty("create-meeting")
    CREATE_MEETING,
    @JsonProperty("send-invitation")
    SEND_INVITATION,
    @JsonProperty("withdraw-meeting")
    WITHDRAW_MEETING,
    @JsonProperty("accept-cancellation")
    ACCEPT_CANCELLATION,
    @JsonProperty("delete-meeting")
    DELETE_MEETING,
    @JsonProperty("cancel-invitation")
    CANCEL_INVITATION,
    @JsonProperty("check-meeting")
    CHECK_MEETING,
    @JsonProperty("check-invitation")
    CHECK_INVITATION;

    private static StepName of(Fact fact) {
      return fact.outcome() == Outcome.CANCEL_ASKED ? ACCEPT_CANCELLATION : of(fact.step().name());
    }

    private static StepName of(Step step) {
      return switch (step) {
        case CREATE_MEETING -> CREATE_MEETING;
        case SEND_INVITATION -> SEND_INVITATION;
        case WITHDRAW_MEETING -> WITHDRAW_MEETING;
        case DELETE_MEETING -> DELETE_MEETING;
        case CANCEL_INVITATION -> CANCEL_INVITATION;
        case CHECK_MEETING -> CHECK_MEETING;
        case CHECK_INVITATION -> CHECK_INVITATION;
      };
    }
  }

  /** What a step came to. */
  public enum Result {
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("created")
    CREATED,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("sent")
    SENT,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("deleted")
    DELETED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("delayed")
    DELAYED,
    @JsonProperty("needs-attention")
    NEEDS_ATTENTION,
    @JsonProperty("abandoned")
    ABANDONED,
    @JsonProperty("repaired")
    REPAIRED;

    private static Result of(Outcome outcome) {
      return switch (outcome) {
        case CREATED -> CREATED;
        case REFUSED -> REFUSED;
        case SENT -> SENT;
        case FAILED -> FAILED;
        case WITHDRAWN -> WITHDRAWN;
        case CANCEL_ASKED -> ACCEPTED;
        case DELETED -> DELETED;
        case CANCELLED -> CANCELLED;
        case DELAYED -> DELAYED;
        case NEEDS_ATTENTION, CHECKED -> NEEDS_ATTENTION;
        case ABANDONED -> ABANDONED;
        case REPAIRED -> REPAIRED;
      };
    }
  }

  /** All entries, in the order in which things happened. */
  static List<TimelineEntry> of(Instant acceptedAt, Progress progress) {
    return Stream.concat(
            Stream.of(accepted(acceptedAt)), progress.timeline().stream().map(TimelineEntry::of))
        .toList();
  }

  /** The entries that came after the one with that number, in the order in which they came. */
  public static List<TimelineEntry> after(int number, Meeting meeting) {
    return Stream.concat(
            Stream.of(accepted(meeting.acceptedAt())),
            meeting.progress().facts().stream().filter(Fact::isShown).map(TimelineEntry::of))
        .filter(entry -> entry.number() > number)
        .toList();
  }

  private static TimelineEntry accepted(Instant at) {
    return new TimelineEntry(0, StepName.ACCEPT_REQUEST, at, at, 0, 1, Result.ACCEPTED, null, null);
  }

  private static TimelineEntry of(Fact fact) {
    Instant startedAt = fact.step().startedAt();
    Instant endedAt = fact.step().endedAt();
    return new TimelineEntry(
        fact.number(),
        StepName.of(fact),
        startedAt,
        endedAt,
        Math.max(0, Duration.between(startedAt, endedAt).toMillis()),
        fact.step().attempts(),
        Result.of(fact.outcome()),
        fact.reason(),
        fact.nextAttemptAt());
  }
}
