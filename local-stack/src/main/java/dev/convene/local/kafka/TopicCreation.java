package dev.convene.local.kafka;

import dev.convene.contracts.Topics;
import dev.convene.local.process.Interrupted;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes the topics of Convene; whoever operates Kafka does that elsewhere. */
public final class TopicCreation {

  private static final int PARTITIONS = 12;
  private static final short REPLICAS = 1;

  private TopicCreation() {}

  /** Makes those that are not there yet. */
  public static void run(String broker) {
    try (Admin admin = connect(broker)) {
      var existing = admin.listTopics().names().get(20, TimeUnit.SECONDS);
      List<NewTopic> missing =
          names()
              .filter(name -> !existing.contains(name))
              .map(name -> new NewTopic(name, PARTITIONS, REPLICAS))
              .toList();
      admin.createTopics(missing).all().get(20, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the topics cannot be made on " + broker, e);
    } catch (InterruptedException e) {
      throw Interrupted.by(e);
    }
  }

  /** Each topic, and the dead-letter topics of its consumers. */
  static Stream<String> names() {
    return Topics.CONSUMERS.entrySet().stream()
        .flatMap(entry ->
            Stream.concat(
                Stream.of(entry.getKey()),
                entry.getValue().stream()
                    .map(consumer -> Topics.deadLetter(entry.getKey(), consumer))));
  }

  static Admin connect(String broker) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000"));
  }
}
