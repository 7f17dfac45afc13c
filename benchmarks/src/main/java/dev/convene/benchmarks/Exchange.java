package dev.convene.benchmarks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Times are nanoseconds after the run's start.
 *
 * @param intended when it was to be sent
 * @param sent when it was
 * @param answered when its answer had come, or when it was given up
 * @param status 0 where no answer came
 * @param meeting what a 202 says was accepted
 */
public record Exchange(
    long intended, long sent, long answered, int status, @Nullable UUID meeting) {

  /** The status where none came. */
  public static final int NO_ANSWER = 0;

  static final int ACCEPTED = 202;

  /** Whether it was promised that this request will end. */
  public boolean accepted() {
    return status == ACCEPTED && meeting != null;
  }
}
