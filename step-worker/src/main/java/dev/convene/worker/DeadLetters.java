package dev.convene.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.Decoded;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Sends records that cannot be read to the consumer's dead-letter topic, with the reason. */
final class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  /** Tells the binder to send a message elsewhere than to the binding's own topic. */
  private static final String SEND_TO = "spring.cloud.stream.sendto.destination";

  private final String service;
  private final InstantSource clock;
  private final MeterRegistry meters;

  DeadLetters(String service, InstantSource clock, MeterRegistry meters) {
    this.service = service;
    this.clock = clock;
    this.meters = meters;
  }

  /** The record as it came, and why it could not be read. */
  Message<byte[]> of(Inbound record, Decoded.Unreadable<?> why) {
    String topic = record.partition().topic();
    String problem = why.problem().name().toLowerCase(Locale.ROOT).replace('_', '-');
    log.warn(
        "{} offset {} is a dead letter: {}", record.partition(), record.offset(), why.reason());
    meters.counter("convene.dead.letters", "topic", topic, "problem", problem).increment();
    MessageBuilder<byte[]> letter = MessageBuilder.withPayload(record.body());
    record
        .headers()
        .forEach((name, value) -> {
          if (value instanceof byte[] bytes) {
            letter.setHeader(name, bytes);
          }
        });
    if (record.key() != null) {
      letter.setHeader(KafkaHeaders.KEY, record.key());
    }
    return letter
        .setHeader(SEND_TO, Topics.deadLetter(topic, service))
        .setHeader("dead-letter-reason", utf8(why.reason()))
        .setHeader("dead-letter-problem", utf8(problem))
        .setHeader("dead-letter-topic", utf8(topic))
        .setHeader("dead-letter-partition", utf8(String.valueOf(record.partition().partition())))
        .setHeader("dead-letter-offset", utf8(String.valueOf(record.offset())))
        .setHeader("dead-letter-time", utf8(clock.instant().toString()))
        .build();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
