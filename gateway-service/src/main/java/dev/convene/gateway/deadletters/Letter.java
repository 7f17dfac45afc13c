package dev.convene.gateway.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter without its value, so that many of them fit into memory.
 *
 * @param at when it was set aside
 */
record Letter(
    LetterId id,
    Instant at,
    @Nullable String problem,
    @Nullable String reason,
    @Nullable String type,
    @Nullable String eventId,
    @Nullable String subject,
    @Nullable String key,
    int bytes) {

  private static final int LONGEST = 300;

  static Letter of(LetterTopic topic, ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    return new Letter(
        new LetterId(topic, record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        header(record, "dead-letter-problem"),
        header(record, "dead-letter-reason"),
        header(record, "ce_type"),
        header(record, "ce_id"),
        header(record, "ce_subject"),
        text(record.key()),
        value == null ? 0 : value.length);
  }

  static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : text(header.value());
  }

  /** Readable, and not longer than somebody reads. */
  static @Nullable String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    String text = new String(bytes, 0, Math.min(bytes.length, 4 * LONGEST), UTF_8);
    String clean =
        text.codePoints()
            .limit(LONGEST)
            .map(c -> Character.isISOControl(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return clean.length() < text.length() ? clean + "…" : clean;
  }
}
