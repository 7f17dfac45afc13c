package dev.convene.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.AttentionNeeded;
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
 * @param ending why it is to end; absent as long as it may still succeed
 * @param abandoned whether it is to end because an operator wants it so
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
    boolean abandoned,
    @Nullable AttentionNeeded handedOver) {

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
        entry.waiting().reason(),
        null,
        false,
        entry.handedOver());
  }

  Attempt attempt(Lease lease) {
    return new Attempt(step, number, firstAt, possiblyTriedAt, lease, true);
  }

  /** A run that failed, or whose process died, may have got as far as the provider. */
  @Nullable Instant possiblyTriedAfter(@Nullable Instant failedAt) {
    return possiblyTriedAt == null || (failedAt != null && failedAt.isAfter(possiblyTriedAt))
        ? failedAt
        : possiblyTriedAt;
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
        waiting.reason(),
        ending,
        abandoned,
        null);
  }

  /** To be ended for that reason from now on, with the patience of what began at {@code start}. */
  ParkedStep endingFor(Reason why, Instant start) {
    return ending(why, start, abandoned);
  }

  /** To be ended from now on, because an operator wants it so. */
  ParkedStep abandonedFor(Reason why) {
    return ending(why, firstAt, true);
  }

  private ParkedStep ending(Reason why, Instant start, boolean byOperator) {
    return new ParkedStep(
        envelope, body, host, step, number, start, possiblyTriedAt, reason, why, byOperator, null);
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
        abandoned,
        attention);
  }
}
