package dev.convene.gateway.meetings;

import dev.convene.contracts.JoinDetails.DialIn;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.gateway.progress.MeetingStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One meeting, as the API shows it. */
@Schema(description = "What was asked for, and what has become of it.")
record MeetingView(
    UUID id,
    MeetingStatus status,
    Instant acceptedAt,
    Instant updatedAt,
    @Schema(description = "What was asked for.") MeetingDetails details,
    @Schema(description = "How to join, once the Webex meeting exists.") @Nullable Join join,
    @Schema(description = "The event in the host's calendar, once it is there.")
        @Nullable Invitation invitation,
    @Schema(description = "Since when somebody wants it cancelled.")
        @Nullable Cancelled cancellation,
    @Schema(description = "What is waited for, while DELAYED or CANCELLING.") @Nullable Delay delay,
    @Schema(description = "Why it FAILED or NEEDS_ATTENTION.") @Nullable Reason reason,
    @Schema(description = "The vendor's id of what may still exist, where it NEEDS_ATTENTION.")
        @Nullable String leftover,
    List<TimelineEntry> timeline) {

  /** How to join. */
  @Schema(description = "How to join the Webex meeting.")
  record Join(
      URI webLink,
      @Nullable String meetingNumber,
      @Nullable String password,
      @Schema(description = "For telephones and video systems.") @Nullable String phonePassword,
      @Nullable String sipAddress,
      @Nullable String accessCode,
      List<DialIn> dialIns) {

    @Override
    public String toString() {
      return "Join[" + webLink + "]"; // passwords do not go into logs
    }
  }

  /**
   * The event in Outlook.
   *
   * @param webLink where its host opens it
   */
  record Invitation(@Nullable String webLink) {}

  /**
   * That somebody wants it cancelled.
   *
   * @param note what attendees are told
   */
  record Cancelled(Instant askedAt, @Nullable String note) {}

  /** What is waited for. */
  record Delay(Step step, @Nullable Reason reason, @Nullable Instant nextAttemptAt) {}
}
