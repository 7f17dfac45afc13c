package dev.convene.servers;

import java.time.Duration;
import org.testcontainers.containers.wait.strategy.Wait;

/** Kafka in a container. */
final class ContainerKafka implements Kafka {

  private final int port = FreePort.next();
  private final Container container =
      new Container(Images.KAFKA, port, 9092)
          .withEnv(
              KafkaSettings.environment(
                  KafkaSettings.of(":9092", brokers(), 9094, 9093, "/var/lib/kafka/data")))
          .withEnv("KAFKA_HEAP_OPTS", "-Xms128m -Xmx384m")
          .waitingFor(
              Wait.forLogMessage(".*Kafka Server started.*\\s", 1)
                  .withStartupTimeout(Duration.ofMinutes(1)));

  ContainerKafka() {
    container.start();
    awaitAnswer();
  }

  @Override
  public String brokers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void stop() {
    container.halt();
  }

  @Override
  public void start() {
    container.goOn();
    awaitAnswer();
  }

  @Override
  public void close() {
    container.stop();
  }
}
