package dev.convene.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way to a provider and back, and all that can happen on it. */
final class Wire {

  /** What a call may take, by both services' settings. */
  static final long TIME_OUT = World.micros(10_000);

  /** What came back. */
  sealed interface Reply<T> {
    record Answered<T>(T value) implements Reply<T> {}

    record Throttled<T>(Duration retryAfter) implements Reply<T> {}

    /** Nothing was done. */
    record Unreachable<T>() implements Reply<T> {}

    /** Something may have been done, or may still be. */
    record Lost<T>() implements Reply<T> {}
  }

  private final World world;
  private final String provider;
  private final Map<UUID, Map<String, Integer>> calls = new HashMap<>();
  private boolean down;

  Wire(World world, String provider) {
    this.world = world;
    this.provider = provider;
  }

  void down(boolean now) {
    down = now;
  }

  /**
   * Asks, and waits for the answer. What is on its way arrives, whatever becomes of the process.
   *
   * @param effect what the provider does, and answers
   */
  <T> Reply<T> ask(UUID meetingId, String what, Supplier<T> effect) {
    Node node = world.current().node();
    String text = "asks " + provider + " to " + what + " " + meetingId;
    world.moment();
    world.point("before it " + text);
    calls.computeIfAbsent(meetingId, _ -> new HashMap<>()).merge(what, 1, Integer::sum);
    Reply<T> reply = exchange(node, effect);
    world.note(node, () -> text + ": " + reply);
    world.point("after it " + text);
    return reply;
  }

  private <T> Reply<T> exchange(Node node, Supplier<T> effect) {
    Disturbances disturbances = world.disturbances();
    if (down) {
      boolean refusesConnections = world.random().nextBoolean();
      world.sleep(refusesConnections ? World.micros(50) : TIME_OUT);
      return refusesConnections ? new Reply.Unreachable<>() : new Reply.Lost<>();
    }
    if (disturbances.strikes(Disturbance.UNREACHABLE, () -> node + " cannot reach " + provider)) {
      world.sleep(World.micros(2000));
      return new Reply.Unreachable<>();
    }
    if (disturbances.strikes(Disturbance.THROTTLED, () -> provider + " throttles " + node)) {
      world.moment();
      return new Reply.Throttled<>(Duration.ofSeconds(world.random().nextInt(1, 90)));
    }
    if (disturbances.strikes(Disturbance.LATE, () -> node + " gives up before the effect")) {
      Answer<T> unheard = new Answer<>();
      long arrival = TIME_OUT + world.random().nextLong(TIME_OUT * 2);
      world.after(arrival, () -> unheard.value = effect.get());
      world.sleep(TIME_OUT);
      return new Reply.Lost<>();
    }
    boolean lost = disturbances.strikes(Disturbance.LOST, () -> node + " gets no answer");
    boolean arrives = !lost || world.random().nextBoolean();
    long there = World.micros(world.random().nextInt(10, 300));
    Answer<T> answer = new Answer<>();
    if (arrives) {
      world.after(there, () -> answer.value = effect.get());
    }
    world.sleep(lost ? TIME_OUT : there + World.micros(world.random().nextInt(10, 300)));
    T value = answer.value;
    return lost || value == null ? new Reply.Lost<>() : new Reply.Answered<>(value);
  }

  private static final class Answer<T> {
    private @Nullable T value;
  }

  int calls(UUID meetingId, String what) {
    return calls.getOrDefault(meetingId, Map.of()).getOrDefault(what, 0);
  }

  int calls(UUID meetingId) {
    return calls.getOrDefault(meetingId, Map.of()).values().stream().mapToInt(it -> it).sum();
  }
}
