package dev.convene.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topics, as somebody sees them who is none of the services. */
final class Kafka implements AutoCloseable {

  private final String brokers;
  private final KafkaProducer<byte[], byte[]> producer;

  Kafka(String brokers) {
    this.brokers = brokers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers, "linger.ms", "0"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** All that there are, but for Kafka's own. */
  Set<String> topics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      return admin.listTopics().names().get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** All that stands in a topic now and was committed. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  /** The records of a topic that are about that meeting, of that type. */
  Stream<ConsumerRecord<byte[], byte[]>> about(String meetingId, String topic, String type) {
    return read(topic).stream()
        .filter(record -> meetingId.equals(header(record, "ce_subject")))
        .filter(record -> type.equals(header(record, "ce_type")));
  }

  /** The same record once more, byte for byte. */
  void sendAgain(ConsumerRecord<byte[], byte[]> record) {
    send(
        new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()));
  }

  /** A record whose CloudEvents attributes are right, but for those that are given. */
  void send(String topic, String host, String body, Map<String, String> attributes) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, host.getBytes(UTF_8), body.getBytes(UTF_8));
    String id = UUID.randomUUID().toString();
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", id,
            "ce_type", "meeting.schedule.v1",
            "ce_source", "/e2e-tests",
            "ce_subject", id,
            "ce_time", "2026-01-01T00:00:00Z")
        .forEach((name, value) ->
            record.headers().add(name, attributes.getOrDefault(name, value).getBytes(UTF_8)));
    send(record);
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
