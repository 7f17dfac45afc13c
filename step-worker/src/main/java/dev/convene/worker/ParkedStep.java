package dev.convene.worker;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.defaults.messaging.Envelope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that waits in the database, as JSON in the task's row.
 *
 * @param body the message as it travels
 * @param reason why it waits
 * @param ending why an operator wants it to end; absent as long as it may still succeed
 * @param handedOver what operations were asked to do about it; it then waits for an operator alone
 */
record ParkedStep(
    Envelope envelope,
    String body,
    String host,
    Step step,
    int number,
    Instant firstAt,
    @Nullable Instant possiblyTriedAt,
    Reason reason,
    @Nullable Reason ending,
    @Nullable AttentionNeeded handedOver) {

  Attempt attempt(Lease lease) {
    return new Attempt(step, number, firstAt, possiblyTriedAt, lease);
  }

  ParkedStep waitingAs(Verdict.Waiting waiting) {
    Attempt next = waiting.next();
    return new ParkedStep(
        envelope,
        body,
        host,
        step,
        next.number(),
        firstAt,
        next.possiblyTriedAt(),
        waiting.reason(),
        ending,
        null);
  }

  /** To be ended for that reason from now on, with the patience of what began at {@code start}. */
  ParkedStep endingFor(Reason why, Instant start) {
    return new ParkedStep(
        envelope, body, host, step, number, start, possiblyTriedAt, reason, why, null);
  }

  /** Waiting for an operator. */
  ParkedStep handedOver(Attempt last, AttentionNeeded attention) {
    return new ParkedStep(
        envelope,
        body,
        host,
        step,
        last.number(),
        firstAt,
        last.possiblyTriedAt(),
        reason,
        ending,
        attention);
  }
}
