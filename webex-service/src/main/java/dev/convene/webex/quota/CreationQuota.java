package dev.convene.webex.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts the meetings that each host tried to create in the last 24 hours, failed ones included, as
 * Webex does (100 for a regular user, by its OpenAPI description of May 2026). Local to this
 * process: a host's commands come to one consumer. What was created elsewhere is learnt from
 * Webex's refusal.
 *
 * <p>Holds at most the limit's number of times for a host, and drops hosts that were quiet for a
 * day.
 */
public final class CreationQuota {

  private static final Duration DAY = Duration.ofHours(24);

  private final int perDay;
  private final InstantSource clock;
  private final ConcurrentMap<String, Ledger> ledgers = new ConcurrentHashMap<>();

  /**
   * @param perDay meetings for one host; 0 means no limit
   */
  public CreationQuota(int perDay, InstantSource clock) {
    this.perDay = perDay;
    this.clock = clock;
  }

  /**
   * Takes one creation from the host's quota.
   *
   * @return how long to wait where none is left; nothing was taken then
   */
  public Optional<Duration> take(String host) {
    return perDay == 0
        ? Optional.empty()
        : ledgers.computeIfAbsent(host, _ -> new Ledger()).take(clock.instant());
  }

  /** Webex says that the host has none left until then. */
  public void exhausted(String host, Duration until) {
    if (perDay > 0) {
      ledgers.computeIfAbsent(host, _ -> new Ledger()).block(clock.instant().plus(until));
    }
  }

  /** Forgets hosts whose creations are all a day old. To be called now and then. */
  public void prune() {
    Instant now = clock.instant();
    ledgers.values().removeIf(ledger -> ledger.isIdle(now));
  }

  private final class Ledger {
    private final Deque<Instant> taken = new ArrayDeque<>();
    private Instant blockedUntil = Instant.MIN;

    synchronized Optional<Duration> take(Instant now) {
      forget(now);
      if (now.isBefore(blockedUntil)) {
        return Optional.of(Duration.between(now, blockedUntil));
      }
      if (taken.size() >= perDay) {
        return Optional.of(Duration.between(now, taken.getFirst().plus(DAY)));
      }
      taken.addLast(now);
      return Optional.empty();
    }

    synchronized void block(Instant until) {
      blockedUntil = until;
    }

    synchronized boolean isIdle(Instant now) {
      forget(now);
      return taken.isEmpty() && !now.isBefore(blockedUntil);
    }

    private void forget(Instant now) {
      while (!taken.isEmpty() && !now.isBefore(taken.getFirst().plus(DAY))) {
        taken.removeFirst();
      }
    }
  }
}
