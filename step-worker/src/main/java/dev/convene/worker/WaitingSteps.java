package dev.convene.worker;

import dev.convene.contracts.Step;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a meeting waits here, as seen by a step that puts an end to it. */
public interface WaitingSteps {

  /**
   * Takes a step away for good where it waits, for its next attempt or for an operator, together
   * with what operators wanted of it. Durable on return.
   */
  Found takeAway(UUID meetingId, Step step);

  /** What became of it. */
  sealed interface Found {

    /** It does not wait here: it has ended, has not come yet, or was never parked. */
    record Nothing() implements Found {}

    /** It is being tried just now, by this process or another. Ask again soon. */
    record Running() implements Found {}

    /**
     * It waited, and does no longer.
     *
     * @param possiblyTriedAt the latest time at which it may have had its effect without our
     *     knowing; absent when that is ruled out
     */
    record Taken(@Nullable Instant possiblyTriedAt) implements Found {}
  }
}
