package dev.convene.benchmarks;

import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * The part of a steady load after its first fifth, in which queues and buffers fill.
 *
 * @param from seconds after the start
 * @param to seconds after the start: the end of the load
 * @param offered requests a second
 * @param accepted 202 a second
 * @param completed invitations a second
 * @param backlogAtStart accepted, and not completed
 * @param backlogAtEnd accepted, and not completed
 * @param keptUp whether the system can go on like that
 */
record Steady(
    double from,
    double to,
    double offered,
    double accepted,
    double completed,
    long backlogAtStart,
    long backlogAtEnd,
    boolean keptUp) {

  private static final double FILLING = 0.2;
  private static final double NANOS_PER_SECOND = 1e9;

  /** Fewer completions than that share of the requests: it does not keep up. */
  private static final double ENOUGH = 0.95;

  /** As much as comes in half a second; less is within what batches make it vary by. */
  private static final double GROWTH_SECONDS = 0.5;

  private static final int SAMPLES = 20;

  static Steady of(Outcomes outcomes, double seconds) {
    double from = FILLING * seconds;
    LongPredicate within = within(from, seconds);
    double length = seconds - from;
    double offered = outcomes.intended(within).all().size() / length;
    double completed = outcomes.completedIn(within) / length;
    double middle = (from + seconds) / 2;
    double grown = backlog(outcomes, middle, seconds) - backlog(outcomes, from, middle);
    return new Steady(
        from,
        seconds,
        offered,
        outcomes.acceptedIn(within) / length,
        completed,
        outcomes.backlogAt(nanos(from)),
        outcomes.backlogAt(nanos(seconds)),
        completed >= ENOUGH * offered && grown <= GROWTH_SECONDS * offered);
  }

  /** The mean over that time. */
  private static double backlog(Outcomes outcomes, double from, double to) {
    return IntStream.range(0, SAMPLES)
        .mapToLong(i -> outcomes.backlogAt(nanos(from + (to - from) * i / SAMPLES)))
        .average()
        .orElse(0);
  }

  static LongPredicate within(double fromSeconds, double toSeconds) {
    long from = nanos(fromSeconds);
    long to = nanos(toSeconds);
    return at -> at >= from && at < to;
  }

  LongPredicate when() {
    return within(from, to);
  }

  private static long nanos(double seconds) {
    return (long) (seconds * NANOS_PER_SECOND);
  }
}
