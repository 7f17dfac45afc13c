package dev.convene.worker;

import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a step, with what is known of those before it.
 *
 * @param number 1 for the first call that could have an effect
 * @param firstAt when the first attempt began, and with it patience; where a quota is waited for,
 *     when it will
 * @param possiblyTriedAt the latest time at which an earlier attempt, here or elsewhere, may have
 *     had its effect without our knowing; absent when that is ruled out. Where it is present the
 *     step takes the careful path: look before you create
 * @param lease says whether this process may still act for the partition
 * @param parked whether it has waited in the database: its meeting may have ended meanwhile
 */
public record Attempt(
    Step step,
    int number,
    Instant firstAt,
    @Nullable Instant possiblyTriedAt,
    Lease lease,
    boolean parked) {

  /** Longer times are those of a quota; a provider in trouble names shorter ones. */
  private static final Duration QUOTA = Duration.ofMinutes(10);

  /** The first attempt at something that nobody can have tried before. */
  public static Attempt first(Step step, Instant now, Lease lease) {
    return new Attempt(step, 1, now, null, lease, false);
  }

  /** Whether it may have been tried, or ended, before: then the database is asked first. */
  public boolean isCareful() {
    return possiblyTriedAt != null || parked;
  }

  /** The report for the message that ends this step now. */
  public StepRun endingAt(Instant now) {
    return new StepRun(step, begun(now), now, number);
  }

  /** The report for a message that says the step waits: only calls that were made are counted. */
  StepRun waitingAt(Instant now) {
    return new StepRun(step, begun(now), now, number - 1);
  }

  private Instant begun(Instant now) {
    return firstAt.isBefore(now) ? firstAt : now;
  }

  /** The same attempt, of a step that begins anew then. */
  Attempt startingAt(Instant time) {
    return new Attempt(step, number, time, possiblyTriedAt, lease, parked);
  }

  /** The same attempt, knowing that an earlier one may have had its effect until then. */
  Attempt possiblyTriedUntil(Instant time) {
    return possiblyTriedAt != null && possiblyTriedAt.isAfter(time)
        ? this
        : new Attempt(step, number, firstAt, time, lease, parked);
  }

  /**
   * The attempt that follows when this one came to {@code postponed} at {@code now}. Patience
   * starts with the first call, and anew at a time that a provider names and that is far off: a day
   * spent waiting for a quota is not a day of trying. Where there may have been a call before, it
   * has started.
   */
  Attempt after(Postponed postponed, Instant now) {
    Duration asked = postponed.retryAfter();
    boolean byQuota = asked != null && asked.compareTo(QUOTA) > 0;
    Instant began = byQuota ? now.plus(asked) : firstAt;
    return switch (postponed.trace()) {
      case Trace.NOT_TRIED ->
          number > 1 || possiblyTriedAt != null || byQuota
              ? new Attempt(step, number, began, possiblyTriedAt, lease, parked)
              : new Attempt(step, number, now, null, lease, parked);
      case Trace.NO_EFFECT -> new Attempt(step, number + 1, began, possiblyTriedAt, lease, parked);
      case Trace.UNKNOWN -> new Attempt(step, number + 1, firstAt, now, lease, parked);
    };
  }
}
