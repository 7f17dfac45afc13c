package dev.convene.gateway.progress;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where a meeting stands, in the API's words. */
@Schema(
    description =
        """
        ACCEPTED: durable, nothing made yet. IN_PROGRESS: the Webex meeting exists; the invitation \
        is being sent, or the meeting is being withdrawn. DELAYED: parked until the time in \
        `delay`. SCHEDULED: meeting and invitation exist. FAILED: neither does, see `reason`. \
        CANCELLING: somebody wants it cancelled, and that is being done. CANCELLED: neither \
        does any more. NEEDS_ATTENTION: an operator has to look, see `reason`.\
        """)
public enum MeetingStatus {
  ACCEPTED,
  IN_PROGRESS,
  DELAYED,
  SCHEDULED,
  FAILED,
  CANCELLING,
  CANCELLED,
  NEEDS_ATTENTION;

  /** Whether nothing more will happen by itself. */
  public boolean hasEnded() {
    return switch (this) {
      case ACCEPTED, IN_PROGRESS, DELAYED, CANCELLING -> false;
      case SCHEDULED, FAILED, CANCELLED, NEEDS_ATTENTION -> true;
    };
  }
}
