package dev.convene.local;

import dev.convene.local.process.Interrupted;
import dev.convene.local.process.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One part to be started.
 *
 * @param where it is reached, for people
 * @param then what has to be done before others can use it
 */
record Launch(Part part, String where, Runnable then) {

  Launch(Part part, String where) {
    this(part, where, () -> {});
  }

  /** Starts them all at once. The first that fails stops the others. */
  static void together(List<Launch> launches, Progress progress) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ExecutorCompletionService<Void> started = new ExecutorCompletionService<>(threads);
      launches.forEach(launch -> started.submit(() -> launch.run(progress), null));
      try {
        for (int i = 0; i < launches.size(); i++) {
          started.take().get();
        }
      } catch (ExecutionException e) {
        launches.forEach(launch -> launch.part().retire());
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        launches.forEach(launch -> launch.part().retire());
        throw Interrupted.by(e);
      }
    }
  }

  /** Stops them for good, all at once, and waits until they have ended. */
  static void end(List<Part> parts) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      parts.forEach(part -> threads.execute(part::retire));
    }
  }

  private void run(Progress progress) {
    long begun = System.nanoTime();
    part.start();
    then.run();
    progress.ready(part.name(), where, Duration.ofNanos(System.nanoTime() - begun));
  }
}
