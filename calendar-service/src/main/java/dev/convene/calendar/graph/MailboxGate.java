package dev.convene.calendar.graph;

import dev.convene.calendar.graph.Failure.Kind;
import dev.convene.contracts.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so many calls at once through to a mailbox, and none while Graph wants the mailbox left
 * alone: calls made during a penalty count, and prolong it. Forgets mailboxes that are neither in
 * use nor quiet.
 */
final class MailboxGate {

  private static final int TIDY_ABOVE = 1000;

  private final int permits;
  private final Duration patience;
  private final InstantSource clock;
  private final ConcurrentMap<String, Lane> lanes = new ConcurrentHashMap<>();

  /**
   * @param patience how long a call waits for its turn
   */
  MailboxGate(int permits, Duration patience, InstantSource clock) {
    this.permits = permits;
    this.patience = patience;
    this.clock = clock;
  }

  /** One mailbox. {@code users} changes only within the map's lock on its entry. */
  private static final class Lane {
    final Semaphore permits;
    int users;
    volatile @Nullable Instant quietUntil;

    Lane(int permits) {
      this.permits = new Semaphore(permits, true);
    }

    boolean isIdle(Instant now) {
      Instant until = quietUntil;
      return users == 0 && (until == null || !until.isAfter(now));
    }
  }

  <T> Answer<T> within(String mailbox, Supplier<Answer<T>> call) {
    Lane lane = enter(mailbox);
    try {
      return gotItsTurn(lane)
          ? permitted(mailbox, lane, call)
          : notAsked(Reasons.mailboxBusy(mailbox), null);
    } finally {
      leave(mailbox);
    }
  }

  private boolean gotItsTurn(Lane lane) {
    try {
      return lane.permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <T> Answer<T> permitted(String mailbox, Lane lane, Supplier<Answer<T>> call) {
    try {
      Instant quietUntil = lane.quietUntil;
      Instant now = clock.instant();
      if (quietUntil != null && quietUntil.isAfter(now)) {
        return notAsked(Reasons.throttled(mailbox, null), Duration.between(now, quietUntil));
      }
      Answer<T> answer = call.get();
      if (answer instanceof Answer.Failed(Failure(var kind, _, var retryAfter, _))
          && kind == Kind.THROTTLED
          && retryAfter != null) {
        lane.quietUntil = clock.instant().plus(retryAfter);
        tidy();
      }
      return answer;
    } finally {
      lane.permits.release();
    }
  }

  private static <T> Answer<T> notAsked(Reason reason, @Nullable Duration wait) {
    return new Answer.Failed<>(new Failure(Kind.NOT_ASKED, reason, wait));
  }

  private Lane enter(String mailbox) {
    return lanes.compute(
        mailbox,
        (_, known) -> {
          Lane lane = known == null ? new Lane(permits) : known;
          lane.users++;
          return lane;
        });
  }

  private void leave(String mailbox) {
    Instant now = clock.instant();
    lanes.computeIfPresent(
        mailbox,
        (_, lane) -> {
          lane.users--;
          return lane.isIdle(now) ? null : lane;
        });
  }

  /** Quiet mailboxes stay behind until their time has passed; nobody else would remove them. */
  private void tidy() {
    if (lanes.size() > TIDY_ABOVE) {
      Instant now = clock.instant();
      lanes
          .keySet()
          .forEach(mailbox ->
              lanes.computeIfPresent(mailbox, (_, lane) -> lane.isIdle(now) ? null : lane));
    }
  }

  /** How many mailboxes are remembered. */
  int size() {
    return lanes.size();
  }
}
