package dev.convene.simulation;

import dev.convene.worker.Lease;

/** One process, from its start to its end. */
public final class Node {

  /** As {@code convene.worker.longest-pause} says: after a longer one no lease is trusted. */
  private static final long LONGEST_PAUSE = World.micros(10_000);

  private final World world;
  private final String name;
  private final Runnable restart;
  private boolean dead;
  private long diedAt;
  private long pausedAt;
  private long pausedUntil;
  private long cutAt;
  private long cutUntil;
  private int pauses;

  Node(World world, String name, Runnable restart) {
    this.world = world;
    this.name = name;
    this.restart = restart;
  }

  boolean isDead() {
    return dead;
  }

  boolean isPaused() {
    return pausedUntil > world.micros();
  }

  boolean isCutOff() {
    return cutUntil > world.micros();
  }

  long pausedUntil() {
    return pausedUntil;
  }

  int pauses() {
    return pauses;
  }

  /** Since when it has shown no life to the database; the far future where it does. */
  long silentSince() {
    return dead ? diedAt : isPaused() ? pausedAt : Long.MAX_VALUE;
  }

  /** Since when Kafka has not heard of it. */
  long unheardSince() {
    return Math.min(silentSince(), isCutOff() ? cutAt : Long.MAX_VALUE);
  }

  /** A lease as the services have it: it lasts until this process was paused. */
  Lease lease() {
    int before = pauses;
    return () -> {
      boolean held = pauses == before;
      if (held) {
        world.current().leaseWasFoundHeld(pauses);
      }
      return held;
    };
  }

  void kill() {
    dead = true;
    diedAt = world.micros();
    world.wakeAllOf(this);
    world.fallenSilent();
    world.after(World.micros(world.random().nextInt(500, 20_000)), restart);
  }

  void pause(long time) {
    pausedAt = world.micros();
    pausedUntil = pausedAt + time;
    if (time >= LONGEST_PAUSE) {
      pauses++;
    }
    world.fallenSilent();
  }

  void cutOff(long time) {
    cutAt = world.micros();
    cutUntil = cutAt + time;
    world.fallenSilent();
  }

  /** When the history is over. */
  void discard() {
    dead = true;
  }

  @Override
  public String toString() {
    return name;
  }
}
