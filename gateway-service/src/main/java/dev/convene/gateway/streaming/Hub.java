package dev.convene.gateway.streaming;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;

/** Who watches which meeting on this replica. */
@Component
class Hub {

  /** A word that something may have changed; what has, is in the row. */
  enum Nudge {
    LOOK
  }

  private final ConcurrentHashMap<UUID, Set<FluxSink<Nudge>>> watchers = new ConcurrentHashMap<>();

  /** Nudges for one watcher, the latest only: one that is slow finds more when it looks. */
  Flux<Nudge> nudges(UUID meeting) {
    return Flux.create(
        sink -> {
          watchers.computeIfAbsent(meeting, _ -> ConcurrentHashMap.newKeySet()).add(sink);
          sink.onDispose(() -> remove(meeting, sink));
        },
        OverflowStrategy.LATEST);
  }

  void nudge(UUID meeting) {
    watchers.getOrDefault(meeting, Set.of()).forEach(sink -> sink.next(Nudge.LOOK));
  }

  /** After a time in which nobody told us anything. */
  void nudgeAll() {
    watchers.keySet().forEach(this::nudge);
  }

  /** How many meetings are watched. */
  int watched() {
    return watchers.size();
  }

  private void remove(UUID meeting, FluxSink<Nudge> sink) {
    watchers.computeIfPresent(
        meeting,
        (_, sinks) -> {
          sinks.remove(sink);
          return sinks.isEmpty() ? null : sinks;
        });
  }
}
