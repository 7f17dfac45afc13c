package dev.convene.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.InviteSent;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.JsonDefaults;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.ObjectReader;

/**
 * When each invitation was sent, as calendar-service has made it known. Reads what comes after it
 * was made, in a thread of its own.
 */
final class Invitations implements AutoCloseable {

  private static final String SENT = MessageType.INVITE_SENT.typeName();

  private final Map<UUID, Instant> sentAt = new ConcurrentHashMap<>();
  private final ObjectReader reader = JsonDefaults.mapper().readerFor(InviteSent.class);
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread = new Thread(this::read, "invitations");

  Invitations(String brokers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", brokers,
                "isolation.level", "read_committed",
                // The events say when it was; hearing of it a little later saves many fetches.
                "fetch.min.bytes", "131072",
                "fetch.max.wait.ms", "200"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.CALENDAR_EVENTS).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    try (consumer) {
      while (true) {
        consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
      }
    } catch (WakeupException _) {
      // This is the end.
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> event) {
    if (SENT.equals(new String(event.headers().lastHeader("ce_type").value(), UTF_8))) {
      InviteSent sent = reader.readValue(event.value());
      // A copy of the fact tells nothing new.
      sentAt.putIfAbsent(sent.meetingId(), sent.step().endedAt());
    }
  }

  /** By meeting, so far. */
  Map<UUID, Instant> sentAt() {
    return sentAt;
  }

  /** Waits for all of these, as long as there comes one at least within {@code patience}. */
  void await(Collection<UUID> meetings, Duration patience) throws InterruptedException {
    long lastHeard = System.nanoTime();
    int known = 0;
    while (!sentAt.keySet().containsAll(meetings)) {
      if (sentAt.size() > known) {
        known = sentAt.size();
        lastHeard = System.nanoTime();
      } else if (!thread.isAlive()) {
        throw new IllegalStateException("the reader of the events has failed");
      } else if (System.nanoTime() - lastHeard > patience.toNanos()) {
        return;
      }
      Thread.sleep(100);
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
