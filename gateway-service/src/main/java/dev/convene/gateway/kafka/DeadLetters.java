package dev.convene.gateway.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts aside what cannot be handled, unchanged, with the reason and where it was found. */
@Component
public class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  static final String CONSUMER = "gateway-service";

  private final Outlet outlet;
  private final InstantSource clock;
  private final MeterRegistry metrics;

  DeadLetters(Outlet outlet, InstantSource clock, MeterRegistry metrics) {
    this.outlet = outlet;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Returns when all of them are safe at the broker.
   *
   * @throws java.util.concurrent.CompletionException when one of them is not; all may be sent again
   */
  public void send(List<DeadLetter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    CompletableFuture.allOf(
            letters.stream()
                .map(letter -> outlet.send(recordFor(letter)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    for (DeadLetter letter : letters) {
      String topic = letter.record().topic();
      metrics
          .counter("convene.dead.letters", "topic", topic, "problem", letter.problem())
          .increment();
    }
    DeadLetter first = letters.getFirst();
    log.warn(
        "{} events went to the dead-letter topic, the first from {}-{} at {}: {}",
        letters.size(),
        first.record().topic(),
        first.record().partition(),
        first.record().offset(),
        first.reason());
  }

  private ProducerRecord<byte[], byte[]> recordFor(DeadLetter letter) {
    ConsumerRecord<byte[], byte[]> record = letter.record();
    RecordHeaders headers = new RecordHeaders(record.headers());
    headers.add("dead-letter-reason", letter.reason().getBytes(UTF_8));
    headers.add("dead-letter-problem", letter.problem().getBytes(UTF_8));
    headers.add("dead-letter-topic", record.topic().getBytes(UTF_8));
    headers.add("dead-letter-partition", Integer.toString(record.partition()).getBytes(UTF_8));
    headers.add("dead-letter-offset", Long.toString(record.offset()).getBytes(UTF_8));
    headers.add("dead-letter-time", clock.instant().toString().getBytes(UTF_8));
    String topic = Topics.deadLetter(record.topic(), CONSUMER);
    return new ProducerRecord<>(topic, null, record.key(), record.value(), headers);
  }
}
