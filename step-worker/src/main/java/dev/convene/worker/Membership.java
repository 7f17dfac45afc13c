package dev.convene.worker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * Makes sure that records are still this process's to work on. A consumer that was stopped, or cut
 * off from Kafka, for longer than its session hands out what it had fetched before; that it was
 * taken for dead, and its partitions given to another, it learns only some polls later. So a batch
 * begins only with a fresh word of Kafka's. Together with a batch that is over well within the
 * session, and the pulse that ends leases within it, nobody else can be at work on the same
 * records.
 */
final class Membership {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final long freshNanos;
  private final LongSupplier nanoTime;
  private long heardAt; // by the consumer's thread alone
  private boolean heard;

  /**
   * @param fresh how old Kafka's word may be; with the longest batch, less than the session
   */
  Membership(Duration fresh, LongSupplier nanoTime) {
    this.freshNanos = fresh.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * Asks Kafka, where its last word is not fresh: it takes a commit from members of the group only.
   * What is committed is where this batch begins, which is what was committed before.
   *
   * @throws RuntimeException where this process is no member, or it cannot be told
   */
  void require(Message<List<byte[]>> batch) {
    if (heard && nanoTime.getAsLong() - heardAt < freshNanos) {
      return;
    }
    heard = false;
    long asked = nanoTime.getAsLong();
    Consumer<?, ?> consumer = batch.getHeaders().get(KafkaHeaders.CONSUMER, Consumer.class);
    if (consumer == null) {
      throw new IllegalStateException("the binder gave no consumer; is it in batch mode?");
    }
    Map<TopicPartition, OffsetAndMetadata> begins = new HashMap<>();
    for (Inbound record : Inbound.of(batch)) {
      begins.putIfAbsent(record.partition(), new OffsetAndMetadata(record.offset()));
    }
    consumer.commitSync(begins, PATIENCE);
    heardAt = asked;
    heard = true;
  }

  /** The last batch did not get through: who knows why. */
  void doubt() {
    heard = false;
  }
}
