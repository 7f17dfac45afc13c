package dev.convene.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/**
 * Draws the line in every partition that this consumer gets: what was there when it came may have
 * been worked on by the one before, but only what that one can have held in its hands, which is one
 * batch from the committed offset on.
 *
 * <p>Who gives a partition up in good order has finished all that it took, and says so beside the
 * committed offset; then there is nothing to be careful about. Whoever takes over wipes that out
 * before it begins, since it holds only until then.
 */
final class PartitionLines implements KafkaBindingRebalanceListener {

  /** The metadata of an offset beyond which nothing has been begun. */
  static final String FINISHED = "finished";

  /** Twice the largest batch, since a transaction's markers take offsets too. */
  private static final int BATCH_SPAN = 2 * 1000;

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Logger log = LoggerFactory.getLogger(PartitionLines.class);

  private final TriedBefore triedBefore;
  private final List<OwnedPartitions> others;

  PartitionLines(TriedBefore triedBefore, List<OwnedPartitions> others) {
    this.triedBefore = triedBefore;
    this.others = others;
  }

  @Override
  public void onPartitionsAssigned(
      String bindingName,
      Consumer<?, ?> consumer,
      Collection<TopicPartition> partitions,
      boolean initial) {
    Map<TopicPartition, OffsetAndMetadata> handedOver = takenOver(consumer, partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    ends.forEach((partition, end) -> {
      OffsetAndMetadata finished = handedOver.get(partition);
      triedBefore.assigned(
          partition,
          finished == null ? Math.min(end, reach(consumer, partition)) : finished.offset());
    });
    others.forEach(other -> other.gained(partitions));
  }

  /** Those that were given up in good order; from now on nothing says so any more. */
  private static Map<TopicPartition, OffsetAndMetadata> takenOver(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    try {
      Map<TopicPartition, OffsetAndMetadata> finished = new HashMap<>();
      consumer
          .committed(Set.copyOf(partitions), PATIENCE)
          .forEach((partition, committed) -> {
            if (committed != null && committed.metadata().equals(FINISHED)) {
              finished.put(partition, new OffsetAndMetadata(committed.offset()));
            }
          });
      consumer.commitSync(finished, PATIENCE);
      return finished;
    } catch (KafkaException e) {
      log.info(
          "Whether partitions were handed over in good order cannot be told: {}", e.toString());
      return Map.of();
    }
  }

  /** How far the one before can have come; as far as the end, where Kafka cannot say it now. */
  private static long reach(Consumer<?, ?> consumer, TopicPartition partition) {
    try {
      return consumer.position(partition, PATIENCE) + BATCH_SPAN;
    } catch (TimeoutException e) {
      // The one before died in a transaction, and Kafka still waits for it.
      return Long.MAX_VALUE;
    }
  }

  /** Comes between two batches; where the last one was rolled back, it was begun all the same. */
  @Override
  public void onPartitionsRevokedAfterCommit(
      String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    others.forEach(other -> other.lost(partitions));
    try {
      Map<TopicPartition, OffsetAndMetadata> finished = new HashMap<>();
      for (TopicPartition partition : partitions) {
        long next = consumer.position(partition, PATIENCE);
        if (!triedBefore.mayHaveBeen(partition, next)) {
          finished.put(partition, new OffsetAndMetadata(next, FINISHED));
        }
      }
      consumer.commitSync(finished, PATIENCE);
    } catch (KafkaException e) {
      log.info("Could not say that partitions are handed over in good order: {}", e.toString());
    }
    others.forEach(other -> other.lost(partitions));
  }
}
