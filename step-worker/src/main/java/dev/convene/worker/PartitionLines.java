package dev.convene.worker;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/**
 * Draws the line in every partition that this consumer gets: what was there when it came may have
 * been worked on by the one before, but only what that one can have held in its hands, which is one
 * batch from the committed offset on.
 */
final class PartitionLines implements KafkaBindingRebalanceListener {

  /** Twice the largest batch, since a transaction's markers take offsets too. */
  private static final int BATCH_SPAN = 2 * 1000;

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
    for (TopicPartition partition : partitions) {
      long span = consumer.position(partition) + BATCH_SPAN;
      triedBefore.assigned(partition, Math.min(ends.getOrDefault(partition, span), span));
    }
  }
}
