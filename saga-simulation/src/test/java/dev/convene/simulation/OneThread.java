package dev.convene.simulation;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Runs histories on a virtual thread, from which the hand-over to strands is cheap. */
final class OneThread {

  private OneThread() {}

  static <T> T call(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofVirtual().start(task).join();
    return task.get();
  }
}
