package dev.convene.worker;

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
 */
record ParkedStep(
    Envelope envelope,
    String body,
    String host,
    Step step,
    int number,
    Instant firstAt,
    @Nullable Instant possiblyTriedAt,
    Reason reason) {

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
        waiting.reason());
  }
}
