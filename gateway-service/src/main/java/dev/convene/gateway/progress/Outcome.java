package dev.convene.gateway.progress;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a step came to, as the timeline says it. */
public enum Outcome {
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
  /** Somebody has asked to have the meeting cancelled. */
  @JsonProperty("cancel-asked")
  CANCEL_ASKED,
  /** Nothing is left at Webex of a meeting that is being cancelled. */
  @JsonProperty("deleted")
  DELETED,
  /** Nothing is left in the calendar of a meeting that is being cancelled. */
  @JsonProperty("cancelled")
  CANCELLED,
  @JsonProperty("delayed")
  DELAYED,
  @JsonProperty("needs-attention")
  NEEDS_ATTENTION,
  /** An operator has declared it finished by hand. */
  @JsonProperty("abandoned")
  ABANDONED,
  /** A check deleted what should not have been there. */
  @JsonProperty("repaired")
  REPAIRED,
  /** A check looked at both sides; with a reason where something is not as it should be. */
  @JsonProperty("checked")
  CHECKED
}
