package dev.convene.gateway.sweeping;

import dev.convene.contracts.SchedulingCommand;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Takes the rows that are due, and says of each when it is due again. */
interface Claims {

  /**
   * A row that is due.
   *
   * @param command to schedule it, or to cancel it where somebody wants that by now
   * @param copies sent since the last progress
   * @param waits whether it is only waiting its turn
   */
  record Claimed(SchedulingCommand command, int copies, boolean waits) {}

  /** When a row is due again, after so many copies. */
  record Settled(UUID id, Instant sweepAt, int copies) {}

  /** Takes some of what is due; nobody else gets it before {@code until}. */
  Mono<List<Claimed>> claim(Instant now, Instant until);

  /** Leaves alone what has seen progress since it was claimed until then. */
  Mono<Void> settle(List<Settled> settled, Instant claimedUntil);
}
