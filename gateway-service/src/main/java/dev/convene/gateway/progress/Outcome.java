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
