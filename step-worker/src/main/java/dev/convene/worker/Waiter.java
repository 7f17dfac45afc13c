package dev.convene.worker;

import java.time.Duration;

/** Lets a short time pass between two tries. */
@FunctionalInterface
interface Waiter {

  /**
   * Returns when the time has passed.
   *
   * @throws IllegalStateException when the thread is interrupted
   */
  void pause(Duration time);

  /** Sleeps, on the virtual thread that the step has to itself. */
  static void sleeping(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two tries", e);
    }
  }
}
