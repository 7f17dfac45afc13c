package dev.convene.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/**
 * Draws the line in every partition that this consumer gets: what was there when it came may have
 * been worked on by the one before, but only what that one can have held in its hands, which is one
 * batch from the committed offset on.
 */
final class PartitionLines implements KafkaBindingRebalanceListener {

  /** Twice the largest batch, since a transaction's markers take offsets too. */
  private static final int BATCH_SPAN = 2 * 1000;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final TriedBefore triedBefore;

  PartitionLines(TriedBefore triedBefore) {
    this.triedBefore = triedBefore;
  }

  @Override
  public void onPartitionsAssigned(
      String bindingName,
      Consumer<?, ?> consumer,
      Collection<TopicPartition> partitions,
      boolean initial) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    ends.forEach((partition, end) ->
        triedBefore.assigned(partition, Math.min(end, reach(consumer, partition))));
  }

  /** How far the one before can have come; as far as the end, where Kafka cannot say it now. */
  private static long reach(Consumer<?, ?> consumer, TopicPartition partition) {
    try {
      return reach(consumer.position(partition, PATIENCE));
    } catch (TimeoutException e) {
      // The one before died in a transaction, and Kafka still waits for it.
      return Long.MAX_VALUE;
    }
  }

  /** How far the one before can have come, who had committed that position. */
  static long reach(long committed) {
    return committed + BATCH_SPAN;
  }
}
