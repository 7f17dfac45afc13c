package dev.convene.gateway.deadletters;

import dev.convene.gateway.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reads dead letters from Kafka itself, away from the event loops, with a consumer that lives for
 * one question, belongs to no group and commits nothing.
 */
@Component
class Letters {

  private static final int PATIENCE_MILLIS = 5_000;
  private static final int AT_ONCE = 2;
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final KafkaSettings settings;
  private final Semaphore permits = new Semaphore(AT_ONCE);

  Letters(KafkaSettings settings) {
    this.settings = settings;
  }

  /** A dead letter with its value. */
  record Found(LetterId id, ConsumerRecord<byte[], byte[]> record) {}

  /** Kafka cannot be asked just now, or does not answer in time. */
  static final class Unavailable extends RuntimeException {
    Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** A page of those that fit, the newest first. */
  Mono<LetterPage> list(LetterFilter filter, @Nullable Bounds bounds, int limit) {
    return ask(consumer -> new Scan(consumer, filter, deadline()).page(bounds, limit));
  }

  /** One of them with its value, or empty where there is none. */
  Mono<Optional<ConsumerRecord<byte[], byte[]>>> find(LetterId id) {
    return ask(consumer -> new SingleRead(consumer, deadline()).find(id));
  }

  /** Those that there are of these, with their values. */
  Mono<List<Found>> findAll(List<LetterId> ids) {
    return ask(consumer -> {
      SingleRead reading = new SingleRead(consumer, deadline());
      return ids.stream()
          .flatMap(id -> reading.find(id).stream().map(record -> new Found(id, record)))
          .toList();
    });
  }

  private static long deadline() {
    return System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
  }

  private <T> Mono<T> ask(Function<KafkaConsumer<byte[], byte[]>, T> question) {
    return Mono.fromCallable(() -> askNow(question)).subscribeOn(Schedulers.boundedElastic());
  }

  private <T> T askNow(Function<KafkaConsumer<byte[], byte[]>, T> question) {
    if (!permits.tryAcquire()) {
      throw new Unavailable("Dead letters are being read for others. Try again soon.", null);
    }
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return question.apply(consumer);
    } catch (KafkaException e) {
      throw new Unavailable("Kafka does not give the dead letters just now.", e);
    } finally {
      permits.release();
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    var all = settings.patientFor(PATIENCE_MILLIS);
    all.put("isolation.level", "read_committed");
    all.put("enable.auto.commit", false);
    all.put("allow.auto.create.topics", false);
    all.put("fetch.max.bytes", MOST_BYTES);
    all.put("max.partition.fetch.bytes", MOST_BYTES / 8);
    return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
