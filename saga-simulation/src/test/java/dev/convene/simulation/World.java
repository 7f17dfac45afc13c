package dev.convene.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Time and chance. What is to happen stands in one queue; one thing happens at a time; what comes
 * next, and how long it takes, follows from the seed alone.
 */
public final class World implements InstantSource {

  static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  /** A history that takes more has lost its way. */
  private static final int MOST_EVENTS = 400_000;

  private record Happening(long at, long number, Runnable what) {}

  private final PriorityQueue<Happening> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Happening::at).thenComparingLong(Happening::number));
  private final List<Strand> strands = new ArrayList<>();
  private final List<Runnable> whenSomebodyFallsSilent = new ArrayList<>();
  private final Thread thread = Thread.currentThread();
  private final RandomGenerator random;
  private final Disturbances disturbances;
  private final History history;
  private long now;
  private long numbers;
  private int events;
  private @Nullable Strand current;

  World(long seed, Disturbances disturbances, History history) {
    this.random = new SplittableRandom(seed);
    this.disturbances = disturbances;
    this.history = history;
  }

  static long micros(long millis) {
    return millis * 1000;
  }

  @Override
  public Instant instant() {
    return START.plus(now, ChronoUnit.MICROS);
  }

  long micros() {
    return now;
  }

  static long microsAt(Instant time) {
    return START.until(time, ChronoUnit.MICROS);
  }

  RandomGenerator random() {
    return random;
  }

  Disturbances disturbances() {
    return disturbances;
  }

  Thread thread() {
    return thread;
  }

  Strand current() {
    Strand strand = current;
    if (strand == null) {
      throw new IllegalStateException("only a strand may do that");
    }
    return strand;
  }

  void after(long micros, Runnable what) {
    queue.add(new Happening(now + micros, numbers++, what));
  }

  Strand spawn(Node node, Runnable body) {
    Strand strand = new Strand(this, node, body);
    strands.add(strand);
    wake(strand, strand.nextTicket(), random.nextInt(100));
    return strand;
  }

  /** Wakes it after that time, or when its process runs again. */
  void wake(Strand strand, long ticket, long micros) {
    after(
        micros,
        () -> {
          if (!strand.waitsFor(ticket)) {
            return;
          }
          long left = strand.node().pausedUntil() - now;
          if (left > 0 && !strand.node().isDead()) {
            wake(strand, ticket, left + random.nextInt(1000));
          } else {
            current = strand;
            strand.resume();
            current = null;
          }
        });
  }

  void wakeAllOf(Node node) {
    strands.removeIf(Strand::hasEnded);
    for (Strand strand : strands) {
      if (strand.node() == node && strand != current) {
        wake(strand, strand.nextTicket(), 0);
      }
    }
  }

  void sleep(long micros) {
    Strand strand = current();
    if (strand.node().isDead()) {
      throw new Crashed();
    }
    wake(strand, strand.nextTicket(), micros);
    strand.handBack();
  }

  public void sleep(Duration time) {
    sleep(time.toNanos() / 1000);
  }

  /** As long as something takes that is near. */
  void moment() {
    sleep(random.nextInt(100, 6_000));
  }

  /** Waits for the signal, or until that time; the far future means for the signal alone. */
  void await(Signal signal, long until) {
    Strand strand = current();
    long ticket = strand.nextTicket();
    signal.add(strand, ticket);
    if (until != Long.MAX_VALUE) {
      wake(strand, ticket, Math.max(0, until - now) + random.nextInt(1_000, 900_000));
    }
    strand.handBack();
  }

  /** A place at which a process may end, or stand still. */
  void point(String where) {
    Node node = current().node();
    if (node.isDead()) {
      throw new Crashed();
    }
    if (disturbances.strikes(Disturbance.CRASH, () -> node + " is killed " + where)) {
      node.kill();
      throw new Crashed();
    }
    if (disturbances.strikes(Disturbance.PAUSE, () -> node + " is paused " + where)) {
      pause(node);
      sleep(0);
    }
  }

  void pause(Node node) {
    long seconds =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(5, 40);
          case 1 -> random.nextInt(50, 120);
          case 2 -> random.nextInt(600, 900);
          default -> random.nextInt(900, 4000);
        };
    note(node, () -> "stands still for " + seconds + " s");
    node.pause(micros(seconds * 1000));
  }

  void onSilence(Runnable listener) {
    whenSomebodyFallsSilent.add(listener);
  }

  void fallenSilent() {
    whenSomebodyFallsSilent.forEach(Runnable::run);
  }

  void note(Object who, java.util.function.Supplier<String> what) {
    history.note(now, who, what);
  }

  /** Lets things happen until then, or until nothing is left to happen. */
  void run(long until) {
    while (!queue.isEmpty() && queue.peek().at() <= until) {
      Happening next = queue.remove();
      now = next.at();
      if (++events > MOST_EVENTS) {
        throw new IllegalStateException("this history has no end");
      }
      next.what().run();
    }
    now = Math.max(now, Math.min(until, now));
  }

  int events() {
    return events;
  }

  /** Ends all threads. */
  void end() {
    for (Strand strand : strands) {
      strand.node().discard();
    }
    for (Strand strand : strands) {
      while (!strand.hasEnded()) {
        current = strand;
        strand.resume();
      }
    }
    current = null;
  }
}
