package dev.convene.worker;

import dev.convene.contracts.Reason;
import java.time.Duration;
import java.util.Set;

/** The mailboxes that operators have paused, in memory: asked for every message. */
final class Pauses {

  static final Reason REASON =
      new Reason(
          "operations.paused",
          "Operations have paused all work for this mailbox; it goes on when they resume it.");

  /** Resuming makes what waits due at once; this only bounds for how long a time is announced. */
  static final Duration LOOK_AGAIN_AFTER = Duration.ofHours(1);

  private volatile Set<String> mailboxes = Set.of();

  boolean contain(String mailbox) {
    return mailboxes.contains(mailbox);
  }

  void set(Set<String> paused) {
    mailboxes = Set.copyOf(paused);
  }

  static boolean isReasonOf(Reason reason) {
    return reason.code().equals(REASON.code());
  }
}
