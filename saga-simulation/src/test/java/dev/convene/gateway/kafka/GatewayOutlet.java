package dev.convene.gateway.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The gateway's way to Kafka, which fails by an exception, or is done. */
public final class GatewayOutlet extends Outlet {

  private final Consumer<ProducerRecord<byte[], byte[]>> send;

  public GatewayOutlet(Consumer<ProducerRecord<byte[], byte[]>> send) {
    this.send = send;
  }

  @Override
  public CompletableFuture<?> send(ProducerRecord<byte[], byte[]> record) {
    try {
      send.accept(record);
      return CompletableFuture.completedFuture(record);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Where dead letters go. */
  public DeadLetters deadLetters(InstantSource clock, MeterRegistry metrics) {
    return new DeadLetters(this, clock, metrics);
  }
}
