package dev.convene.defaults.messaging;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/**
 * Maps headers as CloudEvents' Kafka binding has them: plain bytes under plain names, both ways,
 * and nothing of the framework's own. What is to travel is a {@code byte[]}; all else stays here.
 */
final class RecordHeaders implements KafkaHeaderMapper {

  /** The key travels as the record's key, though it is bytes too. */
  private static final String OWN_PREFIX = "kafka_";

  @Override
  public void fromHeaders(MessageHeaders from, Headers to) {
    from.forEach((name, value) -> {
      if (value instanceof byte[] bytes && !name.startsWith(OWN_PREFIX)) {
        to.add(new RecordHeader(name, bytes));
      }
    });
  }

  @Override
  public void toHeaders(Headers from, Map<String, Object> to) {
    from.forEach(header -> {
      if (header.value() != null) {
        to.put(header.key(), header.value());
      }
    });
  }
}
