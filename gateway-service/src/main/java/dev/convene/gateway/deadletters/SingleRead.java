package dev.convene.gateway.deadletters;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads one record.
 *
 * @param deadline in the time of {@link System#nanoTime}
 */
record SingleRead(Consumer<byte[], byte[]> consumer, long deadline) {

  private static final Duration POLL = Duration.ofMillis(200);

  Optional<ConsumerRecord<byte[], byte[]>> find(LetterId id) {
    TopicPartition partition = id.topicPartition();
    if (consumer.partitionsFor(id.topic().name()).size() <= id.partition()) {
      return Optional.empty();
    }
    List<TopicPartition> alone = List.of(partition);
    long begin = consumer.beginningOffsets(alone).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(alone).getOrDefault(partition, 0L);
    if (id.offset() < begin || id.offset() >= end) {
      return Optional.empty();
    }
    consumer.assign(alone);
    consumer.seek(partition, id.offset());
    while (consumer.position(partition) <= id.offset()) {
      if (System.nanoTime() > deadline) {
        throw new Letters.Unavailable("Kafka does not give this dead letter in time.", null);
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        return record.offset() == id.offset() ? Optional.of(record) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
