package dev.convene.gateway.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and writes how far meetings are, within the caller's transaction. */
public interface ProgressStore {

  /**
   * A meeting's row as this feature sees it.
   *
   * @param host its mailbox
   * @param copies of its command that were sent since the last progress
   * @param checkAt when it is to be checked, where it is
   * @param checks so far
   * @param outcomes that other systems were to be told so far
   */
  record Row(
      UUID id,
      String host,
      Progress progress,
      int copies,
      Optional<Instant> checkAt,
      int checks,
      int outcomes) {}

  /**
   * A row's new state.
   *
   * @param sweepAt absent: it has ended
   * @param checkAt absent: nothing is to be compared with the vendors
   * @param wasParked whether operations saw it as waiting before
   * @param outcomes that other systems are to be told, with this one
   */
  record Change(
      UUID id,
      Progress progress,
      Optional<Instant> sweepAt,
      Optional<Instant> checkAt,
      boolean wasParked,
      int outcomes) {}

  /** The rows that there are, each locked until the transaction ends. */
  Flux<Row> lock(Collection<UUID> ids);

  /**
   * Writes the changes of rows that this transaction has locked, and tells who watches. Counts as
   * progress: it is {@code now}, and no copies were sent since.
   */
  Mono<Void> write(List<Change> changes, Instant now);
}
