package dev.convene.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Decides what goes wrong, and when. Each history has only some kinds, so that one does not hide
 * the other, and only so many of all. They are numbered, and each can be left out, by which a
 * history is shortened to those that matter.
 */
final class Disturbances {

  private final SplittableRandom random;
  private final Map<Disturbance, Double> rates = new EnumMap<>(Disturbance.class);
  private final Set<Integer> leftOut;
  private final boolean calm;
  private int left;
  private int drawn;
  private int struck;
  private boolean over;
  private World world;

  Disturbances(long seed, Set<Integer> leftOut, Set<Disturbance> always) {
    this.random = new SplittableRandom(seed * 31 + 7);
    this.leftOut = leftOut;
    this.calm = random.nextInt(12) == 0;
    if (!calm) {
      double breadth = random.nextDouble(0.15, 0.8);
      for (Disturbance kind : Disturbance.values()) {
        if (random.nextDouble() < breadth) {
          rates.put(kind, kind.rate(Math.pow(random.nextDouble(), 2)));
        }
        if (always.contains(kind)) {
          rates.put(kind, kind.rate(1));
        }
      }
      left = 1 + random.nextInt(16);
    }
  }

  void happenIn(World where) {
    world = where;
  }

  /** Whether it happens here and now. */
  boolean strikes(Disturbance kind, Supplier<String> what) {
    Double rate = rates.get(kind);
    if (over || rate == null || left == 0 || random.nextDouble() >= rate) {
      return false;
    }
    left--;
    int number = ++drawn;
    if (leftOut.contains(number)) {
      return false;
    }
    struck++;
    world.note("* " + number, what);
    return true;
  }

  /** Whether this kind is one of this history's at all. */
  boolean has(Disturbance kind) {
    return rates.containsKey(kind);
  }

  int drawn() {
    return drawn;
  }

  int struck() {
    return struck;
  }

  void stop() {
    over = true;
  }
}
