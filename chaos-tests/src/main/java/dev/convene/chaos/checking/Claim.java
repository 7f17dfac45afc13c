package dev.convene.chaos.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the API says of a meeting.
 *
 * @param listed its status as the list has it
 * @param link how to join, where it says so
 * @param reason the code of why it failed or needs attention
 */
public record Claim(
    UUID id,
    String status,
    String listed,
    String host,
    Instant acceptedAt,
    @Nullable String link,
    @Nullable String reason,
    List<Run> timeline) {

  public static final String SCHEDULED = "SCHEDULED";
  public static final String CANCELLED = "CANCELLED";
  public static final String NEEDS_ATTENTION = "NEEDS_ATTENTION";

  /** Neither side holds anything. */
  private static final Set<String> UNDONE = Set.of("FAILED", CANCELLED);

  private static final String DELAYED = "delayed";

  public Claim {
    timeline = List.copyOf(timeline);
  }

  /**
   * One line of the timeline.
   *
   * @param reason its code
   */
  public record Run(
      String step,
      String outcome,
      Instant startedAt,
      Instant endedAt,
      int attempts,
      @Nullable String reason,
      @Nullable Instant nextAttemptAt) {}

  public boolean undone() {
    return UNDONE.contains(status);
  }

  public boolean ended() {
    return undone() || status.equals(SCHEDULED) || status.equals(NEEDS_ATTENTION);
  }

  /** When its last step ended, where it has. */
  public Optional<Instant> endedAt() {
    return ended()
        ? timeline.stream()
            .filter(run -> !run.outcome().equals(DELAYED))
            .map(Run::endedAt)
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** Whether a step had ended only so long after it was first announced to wait. */
  public boolean waitedFor(Duration time) {
    return timeline.stream()
        .filter(run -> run.outcome().equals(DELAYED))
        .anyMatch(delay ->
            timeline.stream()
                .filter(run -> run.step().equals(delay.step()) && !run.outcome().equals(DELAYED))
                .allMatch(run -> run.endedAt().isAfter(delay.endedAt().plus(time))));
  }

  /** How many of its steps were announced to wait, be it by a copy of what was done already. */
  public long delayedSteps() {
    return timeline.stream()
        .filter(run -> run.outcome().equals(DELAYED))
        .map(Run::step)
        .distinct()
        .count();
  }

  /** How often that step was announced to wait. */
  public long delaysOf(String step) {
    return timeline.stream()
        .filter(run -> run.step().equals(step) && run.outcome().equals(DELAYED))
        .count();
  }
}
