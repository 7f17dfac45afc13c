package dev.convene.servers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a server that was started. */
final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration ROUND = Duration.ofMillis(100);

  private Patience() {}

  interface Question {
    void ask() throws Exception;
  }

  /** Asks again and again until nothing is thrown. */
  static void until(String what, Question question) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        question.ask();
        return;
      } catch (Exception e) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("not within " + LIMIT + ": " + what, e);
        }
        LockSupport.parkNanos(ROUND.toNanos());
      }
    }
  }
}
