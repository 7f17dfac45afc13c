package dev.convene.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.defaults.messaging.Envelope;
import dev.convene.defaults.messaging.MessageCodec;
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

  static <M extends MeetingMessage> ParkedStep of(
      Parking.Entry<M> entry, MessageCodec<MeetingMessage> codec) {
    Work<M> work = entry.work();
    Attempt next = entry.waiting().next();
    return new ParkedStep(
        work.envelope(),
        new String(codec.encode(work.message()), UTF_8),
        work.message().host(),
        work.step(),
        next.number(),
        next.firstAt(),
        next.possiblyTriedAt(),
        entry.waiting().reason());
  }

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
        next.firstAt(),
        next.possiblyTriedAt(),
        waiting.reason());
  }
}
