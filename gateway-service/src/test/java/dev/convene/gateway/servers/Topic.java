package dev.convene.gateway.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MessageType;
import dev.convene.defaults.messaging.Envelope;
import dev.convene.defaults.messaging.JsonDefaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A topic, from the other services' side. */
public final class Topic {

  private static final JsonMapper MAPPER = JsonDefaults.mapper();

  private final String brokers;
  private final String name;

  public Topic(Broker broker, String name) {
    this.brokers = broker.address();
    this.name = name;
  }

  /** Writes an event as its service would. */
  public void write(String eventId, MeetingMessage event) {
    Envelope envelope =
        new Envelope(
            eventId,
            MessageType.of(event).typeName(),
            "/a-test",
            event.meetingId().toString(),
            Instant.now(),
            false);
    writeRaw(event.host(), envelope.headers(), MAPPER.writeValueAsBytes(event));
  }

  /** Writes whatever it is. */
  public void writeRaw(String key, Map<String, String> headers, byte[] value) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(name, key.getBytes(UTF_8), value);
    headers.forEach((header, text) -> record.headers().add(header, text.getBytes(UTF_8)));
    Map<String, Object> settings = Map.of("bootstrap.servers", brokers);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything in it that fits. */
  public List<ConsumerRecord<byte[], byte[]>> read(
      Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(name).stream()
              .map(info -> new TopicPartition(name, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found.stream().filter(wanted).toList();
    }
  }

  /** The commands and events about one meeting. */
  public List<ConsumerRecord<byte[], byte[]>> about(Object meetingId) {
    return read(record -> meetingId.toString().equals(header(record, "ce_subject")));
  }

  public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  /** What is in it. */
  public static JsonNode body(ConsumerRecord<byte[], byte[]> record) {
    return MAPPER.readTree(record.value());
  }

  public static Stream<String> headers(ConsumerRecord<byte[], byte[]> record) {
    return Stream.of(record.headers().toArray()).map(Header::key);
  }
}
