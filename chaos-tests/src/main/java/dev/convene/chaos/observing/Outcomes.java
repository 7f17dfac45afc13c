package dev.convene.chaos.observing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.chaos.checking.Claim;
import dev.convene.chaos.checking.Told;
import dev.convene.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What other systems are told, as one of them reads it. */
public final class Outcomes {

  /** More than the gateway waits at most before it tries again to tell them. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration ROUND = Duration.ofMillis(200);

  private Outcomes() {}

  /**
   * All that was said, by meeting. A row is committed before others are told, so this waits a while
   * where they have not been told of an end yet.
   */
  public static Map<UUID, List<Told>> read(String brokers, Collection<Claim> claims) {
    Map<UUID, List<Told>> told = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.SCHEDULING_OUTCOMES).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + PATIENCE.toNanos();
      do {
        consumer.poll(ROUND).forEach(record -> add(record, told));
      } while (System.nanoTime() < end
          && !(isRead(consumer, partitions) && claims.stream().allMatch(it -> isTold(it, told))));
    }
    return told;
  }

  private static boolean isRead(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return partitions.stream().allMatch(it -> consumer.position(it) >= ends.getOrDefault(it, 0L));
  }

  private static boolean isTold(Claim claim, Map<UUID, List<Told>> told) {
    return !claim.ended()
        || Told.last(told.getOrDefault(claim.id(), List.of()))
            .filter(last -> last.status().equals(claim.status()))
            .isPresent();
  }

  private static void add(ConsumerRecord<byte[], byte[]> record, Map<UUID, List<Told>> told) {
    UUID meeting = UUID.fromString(header(record, "ce_subject"));
    int number = Http.JSON.readTree(record.value()).path("number").intValue();
    told.computeIfAbsent(meeting, _ -> new ArrayList<>())
        .add(new Told(number, header(record, "ce_id"), header(record, "ce_type")));
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(Objects.requireNonNull(record.headers().lastHeader(name)).value(), UTF_8);
  }
}
