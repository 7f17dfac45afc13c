package dev.convene.webex.quota;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MeetingRefused;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepDelayed;
import dev.convene.contracts.StepRun;
import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.Decoded;
import dev.convene.defaults.messaging.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;

/**
 * What was created lately, from our own events: each says how many calls were made. All topics have
 * the same number of partitions and the same key, so that a host's events are in one partition.
 */
final class TopicCreations implements CreationHistory.PastCreations {

  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final MessageCodec<MeetingMessage> codec;
  private final InstantSource clock;
  private final int mostRecords;
  private final Duration within;
  private volatile int partitions;

  /**
   * @param consumers each reads committed records, belongs to no group, and is closed here
   * @param mostRecords the latest of a partition that are read at most
   * @param within reading takes at most about so long
   */
  TopicCreations(
      Supplier<Consumer<byte[], byte[]>> consumers,
      MessageCodec<MeetingMessage> codec,
      InstantSource clock,
      int mostRecords,
      Duration within) {
    this.consumers = consumers;
    this.codec = codec;
    this.clock = clock;
    this.mostRecords = mostRecords;
    this.within = within;
  }

  @Override
  public int partitionOf(String host) {
    if (partitions == 0) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        partitions = consumer.partitionsFor(Topics.WEBEX_EVENTS, within).size();
      }
    }
    // As Kafka's own producer places a key.
    return Utils.toPositive(Utils.murmur2(host.getBytes(UTF_8))) % partitions;
  }

  @Override
  public void teach(int number, CreationQuota quota) {
    long deadline = System.nanoTime() + within.toNanos();
    TopicPartition partition = new TopicPartition(Topics.WEBEX_EVENTS, number);
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition), within).getOrDefault(partition, 0L);
      consumer.seek(partition, from(consumer, partition, end));
      while (consumer.position(partition, within) < end && System.nanoTime() < deadline) {
        consumer.poll(POLL).forEach(record -> teach(record, quota));
      }
    }
  }

  private long from(Consumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
    Instant dayAgo = clock.instant().minus(DAY);
    Map<TopicPartition, OffsetAndTimestamp> found =
        consumer.offsetsForTimes(Map.of(partition, dayAgo.toEpochMilli()), within);
    OffsetAndTimestamp first = found.get(partition);
    return first == null ? end : Math.max(first.offset(), end - mostRecords);
  }

  private void teach(ConsumerRecord<byte[], byte[]> record, CreationQuota quota) {
    if (codec.decode(headers(record), record.value())
        instanceof Decoded.Known<MeetingMessage>(var _, var message)) {
      StepRun run =
          switch (message) {
            case MeetingCreated created -> created.step();
            case MeetingRefused refused -> refused.step();
            case StepDelayed delayed -> delayed.step();
            default -> null;
          };
      if (run != null && run.name() == Step.CREATE_MEETING && run.attempts() > 0) {
        quota.learn(message.host(), message.meetingId(), run.attempts(), run.endedAt());
      }
    }
  }

  private static Map<String, byte[]> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, byte[]> headers = new HashMap<>();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), header.value());
      }
    }
    return headers;
  }
}
