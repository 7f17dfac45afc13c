package dev.convene.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * One record of a batch, as the binder hands it over.
 *
 * @param arrivedMillis when it came into the partition, by the broker's clock; where the topic has
 *     the producer's time instead, when it was handed to the producer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; bytes are what the client gives
record Inbound(
    TopicPartition partition,
    long offset,
    long arrivedMillis,
    byte @Nullable [] key,
    byte[] body,
    Map<String, Object> headers) {

  /** Takes a batch apart. */
  static List<Inbound> of(Message<List<byte[]>> batch) {
    MessageHeaders all = batch.getHeaders();
    List<byte[]> bodies = batch.getPayload();
    List<Inbound> records = new ArrayList<>(bodies.size());
    List<String> topics = column(all, KafkaHeaders.RECEIVED_TOPIC);
    List<Integer> partitions = column(all, KafkaHeaders.RECEIVED_PARTITION);
    List<Long> offsets = column(all, KafkaHeaders.OFFSET);
    List<Long> arrived = column(all, KafkaHeaders.RECEIVED_TIMESTAMP);
    List<byte[]> keys = column(all, KafkaHeaders.RECEIVED_KEY);
    List<Map<String, Object>> headers = column(all, KafkaHeaders.BATCH_CONVERTED_HEADERS);
    for (int i = 0; i < bodies.size(); i++) {
      records.add(
          new Inbound(
              new TopicPartition(topics.get(i), partitions.get(i)),
              offsets.get(i),
              arrived.get(i),
              keys.get(i),
              bodies.get(i),
              headers.get(i)));
    }
    return records;
  }

  @SuppressWarnings("unchecked") // the binder promises one entry of that type for each record
  private static <T> List<T> column(MessageHeaders headers, String name) {
    Object column = headers.get(name);
    if (column == null) {
      throw new IllegalStateException("the binder gave no " + name + "; is it in batch mode?");
    }
    return (List<T>) column;
  }
}
