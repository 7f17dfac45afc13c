package dev.convene.gateway.cancelling;

import dev.convene.gateway.meetings.Meeting;
import dev.convene.gateway.progress.MeetingStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** Where a meeting stands once it is to be cancelled. */
@Schema(description = "Where the meeting stands now.")
record MeetingState(
    @Schema(example = "0199c1f2-7a3b-7c44-9d55-0b6e2f1a8c90") UUID id,
    @Schema(
            description =
                "CANCELLING, or what it was where there is nothing to cancel any more: FAILED,"
                    + " CANCELLED. NEEDS_ATTENTION where an operator has to finish it.",
            example = "CANCELLING")
        MeetingStatus status,
    Instant updatedAt) {

  static MeetingState of(Meeting meeting) {
    return new MeetingState(meeting.id(), meeting.progress().status(), meeting.updatedAt());
  }
}
