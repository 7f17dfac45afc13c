package dev.convene.gateway.kafka;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.cloud.stream.config.ProducerMessageHandlerCustomizer;
import org.springframework.integration.kafka.outbound.KafkaProducerMessageHandler;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * The binder's own producer, taken from behind its message channel: what matters here is the
 * broker's word about each single record, which a channel does not give.
 */
@Component
public class Outlet
    implements ProducerMessageHandlerCustomizer<KafkaProducerMessageHandler<byte[], byte[]>> {

  private final CompletableFuture<KafkaTemplate<byte[], byte[]>> template =
      new CompletableFuture<>();

  @Override
  @SuppressWarnings("unchecked") // the binder's templates are of bytes, its API does not say so
  public void configure(KafkaProducerMessageHandler<byte[], byte[]> handler, String destination) {
    template.complete((KafkaTemplate<byte[], byte[]>) handler.getKafkaTemplate());
  }

  /** Whether Kafka has been reached since the start. Waits for it for up to {@code patience}. */
  public boolean isBound(Duration patience) throws InterruptedException {
    try {
      template.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the binding never fails, it is tried again", e);
    }
  }

  /**
   * Sends one record. May block for as long as the producer's {@code max.block.ms}, so never call
   * it on an event loop.
   *
   * @return completes when the broker has it, or fails; never throws
   */
  public CompletableFuture<?> send(ProducerRecord<byte[], byte[]> record) {
    KafkaTemplate<byte[], byte[]> bound = template.getNow(null);
    if (bound == null) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("Kafka has not been reached since the start"));
    }
    try {
      return bound.send(record);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
