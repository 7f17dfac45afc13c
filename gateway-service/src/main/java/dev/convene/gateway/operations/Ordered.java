package dev.convene.gateway.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The answer to an order about meetings.
 *
 * @param more whether the filter fits further ones, which were left alone
 */
@Schema(description = "What was ordered, meeting by meeting. It is noted, and will be done.")
record Ordered(
    long action,
    Kind kind,
    List<Item> meetings,
    @Schema(description = "The filter fits further ones; say it again.") boolean more) {

  /** What becomes of one meeting. */
  record Item(String meetingId, Fate fate) {}

  /** What an order comes to for a meeting. */
  @Schema(
      description =
          "ordered: the worker that has the step parked does it. sent-again: nothing is parked; its"
              + " command is sent once more. closed: an operator had finished it by hand, it is"
              + " FAILED now. nothing-to-do: it has ended, or nothing is parked.")
  enum Fate {
    @JsonProperty("ordered")
    ORDERED,
    @JsonProperty("sent-again")
    SENT_AGAIN,
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("nothing-to-do")
    NOTHING_TO_DO,
    @JsonProperty("not-found")
    NOT_FOUND
  }
}
