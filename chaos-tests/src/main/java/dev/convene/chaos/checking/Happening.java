package dev.convene.chaos.checking;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that was done to the system.
 *
 * @param target whom it was done to
 * @param until when it was undone, and the target worked again
 */
public record Happening(String kind, String target, Instant from, Instant until) {

  public static final String PAUSE = "pause";

  boolean overlaps(Instant begin, Instant end) {
    return !from.isAfter(end) && !until.isBefore(begin);
  }

  /** Whether a worker of Webex woke up from a pause shortly before that. */
  boolean wokeWebexWorkerWithin(Duration window, Instant before) {
    return kind.equals(PAUSE)
        && target.startsWith("webex-service")
        && !from.isAfter(before)
        && !until.plus(window).isBefore(before);
  }
}
