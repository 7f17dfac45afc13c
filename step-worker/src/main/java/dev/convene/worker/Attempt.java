package dev.convene.worker;

import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a step, with what is known of those before it.
 *
 * @param number 1 for the first call that could have an effect
 * @param firstAt when the first attempt began
 * @param possiblyTriedAt the latest time at which an earlier attempt, here or elsewhere, may have
 *     had its effect without our knowing; absent when that is ruled out. Where it is present the
 *     step takes the careful path: look before you create
 * @param lease says whether this process may still act for the partition
 */
public record Attempt(
    Step step, int number, Instant firstAt, @Nullable Instant possiblyTriedAt, Lease lease) {

  /** The first attempt at something that nobody can have tried before. */
  public static Attempt first(Step step, Instant now, Lease lease) {
    return new Attempt(step, 1, now, null, lease);
  }

  /** The report for the message that ends this step now. */
  public StepRun endingAt(Instant now) {
    return new StepRun(step, firstAt, now, number);
  }

  /** The report for a message that says the step waits: only calls that were made are counted. */
  StepRun waitingAt(Instant now) {
    return new StepRun(step, firstAt, now, number - 1);
  }

  /** The same attempt, of a step that begins anew then. */
  Attempt startingAt(Instant time) {
    return new Attempt(step, number, time, possiblyTriedAt, lease);
  }

  /** The same attempt, knowing that an earlier one may have had its effect until then. */
  Attempt possiblyTriedUntil(Instant time) {
    return possiblyTriedAt != null && possiblyTriedAt.isAfter(time)
        ? this
        : new Attempt(step, number, firstAt, time, lease);
  }

  /**
   * The attempt that follows when this one came to {@code postponed} at {@code now}. Patience
   * starts with the first call: a day spent waiting for a quota is not a day of trying.
   */
  Attempt after(Postponed postponed, Instant now) {
    return switch (postponed.trace()) {
      case Trace.NOT_TRIED ->
          number > 1 ? this : new Attempt(step, number, now, possiblyTriedAt, lease);
      case Trace.NO_EFFECT -> new Attempt(step, number + 1, firstAt, possiblyTriedAt, lease);
      case Trace.UNKNOWN -> new Attempt(step, number + 1, firstAt, now, lease);
    };
  }
}
