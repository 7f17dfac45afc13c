package dev.convene.chaos.disturbing;

import dev.convene.chaos.checking.Happening;
import dev.convene.chaos.disturbing.Disturbance.Cut;
import dev.convene.chaos.disturbing.Disturbance.Kill;
import dev.convene.chaos.disturbing.Disturbance.Pause;
import dev.convene.chaos.disturbing.Disturbance.Restart;
import dev.convene.local.LocalStack;
import dev.convene.local.network.Link;
import dev.convene.local.process.Part;
import dev.convene.local.process.StartFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Carries a schedule out, and starts again what ends by itself, as whoever operates the services
 * would.
 */
public final class Disturber implements AutoCloseable {

  /** A happening that nobody planned. */
  public static final String FELL = "fell by itself";

  private static final int MOST_STARTS = 20;
  private static final Duration ROUND = Duration.ofMillis(500);

  private final LocalStack stack;
  private final Consumer<String> progress;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Queue<Happening> happenings = new ConcurrentLinkedQueue<>();
  private final Thread watch = Thread.ofVirtual().name("watch").unstarted(this::watch);

  public Disturber(LocalStack stack, Consumer<String> progress) {
    this.stack = stack;
    this.progress = progress;
    watch.start();
  }

  /** Does it all, and returns when all is undone again. */
  public void carryOut(Schedule schedule) {
    Instant began = Instant.now();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Schedule.Planned planned : schedule.planned()) {
        threads.execute(() -> {
          if (sleep(Duration.between(Instant.now(), began.plus(planned.at())))) {
            carryOut(planned);
          }
        });
      }
    }
  }

  /** What was done so far, in the order in which it began. */
  public List<Happening> happenings() {
    return happenings.stream().sorted(Comparator.comparing(Happening::from)).toList();
  }

  private void carryOut(Schedule.Planned planned) {
    Disturbance what = planned.what();
    ReentrantLock lock = lock(what.target());
    lock.lock();
    Instant from = Instant.now();
    try {
      progress.accept(what.words() + " " + what.target());
      Part part = stack.part(what.target());
      switch (what) {
        case Kill _ -> {
          part.kill();
          sleep(planned.lasts());
          start(part);
        }
        case Restart _ -> {
          part.stop();
          sleep(planned.lasts());
          start(part);
        }
        case Pause _ -> {
          part.pause();
          sleep(planned.lasts());
          part.resume();
        }
        case Cut cut -> {
          Link way =
              cut.from().equals(Disturbance.BROKER)
                  ? stack.wayToBroker(cut.target())
                  : stack.wayToDatabase(cut.target());
          if (cut.silently()) {
            way.silence();
          } else {
            way.sever();
          }
          sleep(planned.lasts());
          way.heal();
        }
      }
      progress.accept("undone: " + what.words() + " " + what.target());
    } catch (IllegalStateException e) {
      progress.accept("nothing to " + what.words() + ": " + e.getMessage());
    } finally {
      happenings.add(new Happening(what.words(), what.target(), from, Instant.now()));
      lock.unlock();
    }
  }

  /** A service that finds its database or broker away may end; whoever operates it tries again. */
  private void start(Part part) {
    for (int attempt = 1; !part.isRunning(); attempt++) {
      try {
        part.start();
        return;
      } catch (StartFailed e) {
        if (attempt == MOST_STARTS) {
          throw e;
        }
        part.kill();
        progress.accept(part.name() + " did not come up, and is started again");
        sleep(Duration.ofSeconds(1));
      }
    }
  }

  private void watch() {
    while (sleep(ROUND)) {
      for (Part part : stack.parts()) {
        ReentrantLock lock = lock(part.name());
        if (part.hasFallen() && lock.tryLock()) {
          Instant from = Instant.now();
          try {
            if (part.hasFallen()) {
              progress.accept(part.name() + " " + FELL);
              start(part);
              happenings.add(new Happening(FELL, part.name(), from, Instant.now()));
            }
          } finally {
            lock.unlock();
          }
        }
      }
    }
  }

  private ReentrantLock lock(String part) {
    return locks.computeIfAbsent(part, _ -> new ReentrantLock(true));
  }

  /** Whether it was not interrupted. */
  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time.isNegative() ? Duration.ZERO : time);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    watch.interrupt();
    try {
      watch.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
