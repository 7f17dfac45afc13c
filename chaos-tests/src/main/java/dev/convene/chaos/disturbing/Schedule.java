package dev.convene.chaos.disturbing;

import static java.util.Comparator.comparing;

import dev.convene.chaos.disturbing.Disturbance.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What is done when: the same for the same seed, and nothing else. */
public record Schedule(long seed, List<Planned> planned) {

  /** Kafka's shortest session time-out is 6 s, which is what the services have here. */
  static final Duration SESSION = Duration.ofSeconds(6);

  private static final Duration FIRST = Duration.ofSeconds(4);
  private static final Duration SPACING = Duration.ofSeconds(8);
  private static final Duration JITTER = Duration.ofSeconds(4);

  public Schedule {
    planned = List.copyOf(planned);
  }

  /**
   * One thing to be done.
   *
   * @param at after the load's start
   * @param lasts until it is undone; a process that was ended needs its start on top
   */
  public record Planned(Duration at, Duration lasts, Disturbance what) {

    @Override
    public String toString() {
      return "%5.1f s  %s %s, for %.1f s"
          .formatted(
              at.toMillis() / 1000.0, what.words(), what.target(), lasts.toMillis() / 1000.0);
    }
  }

  /**
   * Kinds take turns, in an order that the seed says; within a kind, so do the targets.
   *
   * @param load how long the load lasts; everything begins within it
   * @param services the processes that there are
   */
  public static Schedule of(
      long seed, Duration load, Set<Kind> kinds, Collection<String> services) {
    Random random = new Random(seed);
    Map<Kind, Deque<Disturbance>> variants = new EnumMap<>(Kind.class);
    for (Kind kind : kinds) {
      variants.put(kind, new ArrayDeque<>());
    }
    List<String> sorted = services.stream().sorted().toList();
    List<Planned> planned = new ArrayList<>();
    Deque<Kind> turn = new ArrayDeque<>();
    Duration at = FIRST;
    while (!kinds.isEmpty() && at.plus(JITTER).compareTo(load) <= 0) {
      if (turn.isEmpty()) {
        turn.addAll(shuffled(kinds.stream().sorted().toList(), random));
      }
      Kind kind = turn.removeFirst();
      Deque<Disturbance> left = variants.getOrDefault(kind, new ArrayDeque<>());
      if (left.isEmpty()) {
        left.addAll(shuffled(kind.variants(sorted), random));
      }
      planned.add(
          new Planned(
              at.plus(between(Duration.ZERO, JITTER, random)),
              lasting(kind, random),
              left.removeFirst()));
      at = at.plus(SPACING);
    }
    return new Schedule(seed, planned.stream().sorted(comparing(Planned::at)).toList());
  }

  private static Duration lasting(Kind kind, Random random) {
    return switch (kind) {
      case PAUSE -> between(SESSION.plusSeconds(2), SESSION.plusSeconds(7), random);
      case CUT_BROKER, CUT_DATABASE ->
          between(SESSION.plusSeconds(1), SESSION.plusSeconds(8), random);
      case BROKER -> between(Duration.ofSeconds(2), Duration.ofSeconds(10), random);
      case KILL, RESTART, DATABASE -> between(Duration.ZERO, Duration.ofSeconds(5), random);
    };
  }

  private static Duration between(Duration least, Duration most, Random random) {
    return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
  }

  private static <T> List<T> shuffled(Collection<T> all, Random random) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
