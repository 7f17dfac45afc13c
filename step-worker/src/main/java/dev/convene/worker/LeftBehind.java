package dev.convene.worker;

import dev.convene.worker.Batch.Ended;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The mailboxes that one batch does not wait for. What runs for them may still have its effect, but
 * begins nothing more and has no say any longer: it is parked as possibly tried.
 */
final class LeftBehind implements Stragglers<Work<?>, Ended> {

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Pace pace;
  private final SlowMailboxes slow;
  private final StepRunner runner;
  private final Lease lease;
  private final InstantSource clock;
  private final Set<String> left = ConcurrentHashMap.newKeySet();

  LeftBehind(Pace pace, SlowMailboxes slow, StepRunner runner, Lease lease, InstantSource clock) {
    this.pace = pace;
    this.slow = slow;
    this.runner = runner;
    this.lease = lease;
    this.clock = clock;
  }

  /** A first attempt, whose lease ends when its mailbox is left behind. */
  Attempt attempt(Work<?> work) {
    String mailbox = work.message().host();
    Instant now = clock.instant();
    Instant possiblyTriedAt = work.envelope().resent() ? now : null;
    return new Attempt(
        work.step(), 1, now, possiblyTriedAt, () -> !left.contains(mailbox) && lease.held(), false);
  }

  @Override
  public Duration lookEvery() {
    return LOOK_EVERY;
  }

  @Override
  public Set<String> among(Set<String> mailboxes) {
    Set<String> tooSlow =
        pace.slowerThan(slow.patience()).stream()
            .filter(mailboxes::contains)
            .collect(Collectors.toSet());
    if (tooSlow.isEmpty() || !slow.mark(tooSlow)) {
      return Set.of();
    }
    left.addAll(tooSlow);
    return tooSlow;
  }

  @Override
  public Ended left(Work<?> work, boolean begun) {
    Attempt attempt = attempt(work);
    return new Ended(work, begun ? runner.leftRunning(attempt) : runner.besideTheOthers(attempt));
  }
}
