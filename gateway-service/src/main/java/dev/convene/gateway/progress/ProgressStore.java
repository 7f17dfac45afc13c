package dev.convene.gateway.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and writes how far meetings are, within the caller's transaction. */
interface ProgressStore {

  /** A meeting's row as this feature sees it. */
  record Row(UUID id, Progress progress) {}

  /** A row's new state; without a time to sweep it has ended. */
  record Change(UUID id, Progress progress, Optional<Instant> sweepAt) {}

  /** The rows that there are, each locked until the transaction ends. */
  Flux<Row> lock(Collection<UUID> ids);

  /** Counts as progress: it is {@code now}, and no copies were sent since. */
  Mono<Void> write(List<Change> changes, Instant now);
}
