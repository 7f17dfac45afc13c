package dev.convene.webex.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts the meetings that each host tried to create in the last 24 hours, failed ones included, as
 * Webex does (100 for a regular user, by its OpenAPI description of May 2026). Local to this
 * process: a host's commands come to one consumer. What was created elsewhere is learnt from {@link
 * CreationHistory}, and the rest from Webex's refusal.
 *
 * <p>Holds at most twice the limit's number of times for a host, and drops hosts that were quiet
 * for a day.
 */
final class CreationQuota {

  private static final Duration DAY = Duration.ofHours(24);

  private final int perDay;
  private final InstantSource clock;
  private final ConcurrentMap<String, Ledger> ledgers = new ConcurrentHashMap<>();

  /**
   * @param perDay meetings for one host; 0 means no limit
   */
  CreationQuota(int perDay, InstantSource clock) {
    this.perDay = perDay;
    this.clock = clock;
  }

  /**
   * Takes one creation from the host's quota.
   *
   * @return how long to wait where none is left; nothing was taken then
   */
  Optional<Duration> take(String host, UUID meetingId) {
    return perDay == 0
        ? Optional.empty()
        : ledgers.computeIfAbsent(host, _ -> new Ledger()).take(meetingId, clock.instant());
  }

  /** Gives back what was taken for a call that was not made after all. */
  public void giveBack(String host, UUID meetingId) {
    ledgers.computeIfPresent(host, (_, ledger) -> ledger.giveBack(meetingId));
  }

  /**
   * So many attempts to create this meeting are known to have been made, here or elsewhere, until
   * then. What is known already changes nothing.
   */
  void learn(String host, UUID meetingId, int attempts, Instant at) {
    if (perDay > 0 && at.isAfter(clock.instant().minus(DAY))) {
      ledgers.computeIfAbsent(host, _ -> new Ledger()).learn(meetingId, attempts, at);
    }
  }

  /** The same, of a meeting that was found to have been made, but not when. */
  void learn(String host, UUID meetingId) {
    learn(host, meetingId, 1, clock.instant());
  }

  boolean isLimited() {
    return perDay > 0;
  }

  /** Webex says that the host has none left until then. */
  void exhausted(String host, Duration until) {
    if (perDay > 0) {
      ledgers.computeIfAbsent(host, _ -> new Ledger()).block(clock.instant().plus(until));
    }
  }

  /** Forgets hosts whose creations are all a day old. To be called now and then. */
  void prune() {
    Instant now = clock.instant();
    ledgers.values().removeIf(ledger -> ledger.isIdle(now));
  }

  private record Taken(UUID meetingId, Instant at) {}

  private final class Ledger {

    /** The oldest first. */
    private final List<Taken> taken = new ArrayList<>();

    private Instant blockedUntil = Instant.MIN;

    synchronized Optional<Duration> take(UUID meetingId, Instant now) {
      forget(now);
      if (now.isBefore(blockedUntil)) {
        return Optional.of(Duration.between(now, blockedUntil));
      }
      if (taken.size() >= perDay) {
        Instant enoughAreOld = taken.get(taken.size() - perDay).at().plus(DAY);
        return Optional.of(Duration.between(now, enoughAreOld));
      }
      taken.addLast(new Taken(meetingId, now));
      return Optional.empty();
    }

    synchronized Ledger giveBack(UUID meetingId) {
      for (int i = taken.size() - 1; i >= 0; i--) {
        if (taken.get(i).meetingId().equals(meetingId)) {
          taken.remove(i);
          break;
        }
      }
      return this;
    }

    synchronized void learn(UUID meetingId, int attempts, Instant at) {
      long known = taken.stream().filter(each -> each.meetingId().equals(meetingId)).count();
      for (long i = known; i < attempts && taken.size() < 2 * perDay; i++) {
        taken.add(new Taken(meetingId, at));
      }
      taken.sort(Comparator.comparing(Taken::at));
    }

    synchronized void block(Instant until) {
      blockedUntil = until;
    }

    synchronized boolean isIdle(Instant now) {
      forget(now);
      return taken.isEmpty() && !now.isBefore(blockedUntil);
    }

    private void forget(Instant now) {
      taken.removeIf(each -> !now.isBefore(each.at().plus(DAY)));
    }
  }
}
