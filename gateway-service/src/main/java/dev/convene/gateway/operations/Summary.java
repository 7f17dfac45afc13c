package dev.convene.gateway.operations;

import dev.convene.gateway.progress.MeetingStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much waits, and why. */
@Schema(description = "How much waits for each provider and reason, and what is paused.")
record Summary(
    long parked,
    @Schema(description = "The largest first; at most 200.") List<Group> groups,
    List<Pause> paused) {

  /** What waits for the same reason. */
  record Group(
      String provider,
      MeetingStatus status,
      String reason,
      long count,
      @Schema(description = "When the first of them is tried again.")
          @Nullable Instant nextAttemptAt) {}
}
