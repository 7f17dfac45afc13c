package dev.convene.worker.surroundings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.MessageType;
import dev.convene.contracts.TopicMessage;
import dev.convene.defaults.messaging.Envelope;
import dev.convene.defaults.messaging.JsonDefaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The topics, as another service sees them. */
public final class Topic implements AutoCloseable {

  private static final JsonMapper JSON = JsonDefaults.mapper();

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<Read> read = new ArrayList<>();

  public Topic(String brokers, String... topics) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(List.of(topics));
  }

  /** One record that was read. */
  public record Read(String topic, Map<String, String> headers, String body) {

    public JsonNode json() {
      return JSON.readTree(body);
    }

    public String type() {
      return headers.get("ce_type");
    }
  }

  public void send(String topic, TopicMessage message, boolean resent) {
    String type = MessageType.of(message).typeName();
    Envelope envelope =
        new Envelope(
            UUID.randomUUID().toString(), type, "/test", message.subject(), Instant.now(), resent);
    send(topic, message.key(), envelope.headers(), JSON.writeValueAsBytes(message));
  }

  public void send(String topic, String key, Map<String, String> headers, byte[] body) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key.getBytes(UTF_8), body);
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    var _ = producer.send(record);
    producer.flush();
  }

  /** Waits until so many records have come for which {@code wanted} holds, and returns them. */
  public List<Read> await(int count, Predicate<Read> wanted) {
    Instant end = Instant.now().plusSeconds(30);
    while (Instant.now().isBefore(end)) {
      List<Read> found = read.stream().filter(wanted).toList();
      if (found.size() >= count) {
        return found;
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
        Map<String, String> headers = new java.util.TreeMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        read.add(new Read(record.topic(), headers, new String(record.value(), UTF_8)));
      }
    }
    throw new AssertionError("only these came: " + read);
  }

  /** What came for one meeting. */
  public List<Read> await(int count, UUID meetingId) {
    return await(count, record -> meetingId.toString().equals(record.headers().get("ce_subject")));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    consumer.close();
  }
}
