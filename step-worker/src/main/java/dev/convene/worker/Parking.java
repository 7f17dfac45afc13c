package dev.convene.worker;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.MeetingMessage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where work waits for its next attempt: durable, and found by any replica. */
interface Parking {

  /**
   * Work to be parked.
   *
   * @param handedOver what operations are asked to do about it; absent where it waits for its next
   *     attempt
   */
  record Entry<M extends MeetingMessage>(
      Work<M> work, Verdict.Waiting waiting, @Nullable AttentionNeeded handedOver) {

    Entry(Work<M> work, Verdict.Waiting waiting) {
      this(work, waiting, null);
    }

    /** Due at once, so that it is said once more should this batch be rolled back. */
    static <M extends MeetingMessage> Entry<M> handedOver(
        Work<M> work, Verdict.HandedOver over, Instant now) {
      return new Entry<>(
          work,
          new Verdict.Waiting(over.last(), over.attention().reason(), now, true),
          over.attention());
    }
  }

  /** Parks all; what is parked already stays as it is. Durable on return. */
  void park(List<Entry<?>> entries);

  /** Which of these wait here already, or are being worked on from here. */
  Set<Work.Identity> parkedAmong(List<Work.Identity> identities);
}
