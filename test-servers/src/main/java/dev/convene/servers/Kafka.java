package dev.convene.servers;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker of one node on the loopback address, without any topic. It goes when the JVM ends. */
public interface Kafka extends AutoCloseable {

  /** A new one. */
  static Kafka started() {
    return switch (Source.chosen()) {
      case CONTAINERS -> new ContainerKafka();
      case EMBEDDED -> new EmbeddedKafka();
    };
  }

  /** What clients are given; the same for as long as it is there. */
  String brokers();

  /** In good order; its data stay. */
  void stop();

  /** At the same place, with the same data; returns when it answers. */
  void start();

  @Override
  void close();

  /** Makes topics. */
  default void make(Stream<NewTopic> topics) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers()))) {
      admin.createTopics(topics.toList()).all().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the topics cannot be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it knows of itself; a port that is open is not enough. */
  default void awaitAnswer() {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", brokers(), "default.api.timeout.ms", "60000"))) {
      admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
