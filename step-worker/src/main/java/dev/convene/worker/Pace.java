package dev.convene.worker;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long the attempts of one batch take: those that run, and those that have ended. */
final class Pace {

  private record Running(String mailbox, long since) {}

  private final InstantSource clock;
  private final Map<Object, Running> running = new ConcurrentHashMap<>();
  private final Queue<Long> ended = new ConcurrentLinkedQueue<>();

  Pace(InstantSource clock) {
    this.clock = clock;
  }

  <T> T time(String mailbox, Supplier<T> attempt) {
    Object key = new Object();
    long began = clock.millis();
    running.put(key, new Running(mailbox, began));
    try {
      return attempt.get();
    } finally {
      running.remove(key);
      ended.add(clock.millis() - began);
    }
  }

  /** The mailboxes for which an attempt has been running for longer than that. */
  Set<String> slowerThan(Duration patience) {
    long before = clock.millis() - patience.toMillis();
    return running.values().stream()
        .filter(attempt -> attempt.since() < before)
        .map(Running::mailbox)
        .collect(Collectors.toSet());
  }

  /** Of the attempts that have ended; absent where none has. */
  @Nullable Duration median() {
    long[] sorted = ended.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0 ? null : Duration.ofMillis(sorted[sorted.length / 2]);
  }
}
