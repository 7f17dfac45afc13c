package dev.convene.gateway.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes what one poll brought. */
public interface BatchHandler {

  /**
   * Returns when all of it is done with.
   *
   * @throws RuntimeException when it cannot be done now; the same records come again, in a while
   */
  void handle(List<ConsumerRecord<byte[], byte[]>> records);
}
