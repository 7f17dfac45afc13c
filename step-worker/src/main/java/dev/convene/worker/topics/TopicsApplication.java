package dev.convene.worker.topics;

import dev.convene.contracts.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Makes those of Convene's topics that are missing, for installations whose topics are not somebody
 * else's to make. What is there stays as it is. The environment says where and how:
 *
 * <ul>
 *   <li>{@code KAFKA_BROKERS}, as the services have it
 *   <li>{@code TOPIC_PARTITIONS}, 12 unless told: no more replicas of a worker than that have work
 *   <li>{@code TOPIC_REPLICAS}, 3 unless told; with three or more, two must have a message
 *   <li>{@code KAFKA_CLIENT_PROPERTIES}, optional: a file with settings of Kafka's clients, such as
 *       TLS and SASL
 * </ul>
 */
public final class TopicsApplication {

  private static final long PATIENCE_SECONDS = 60;

  private TopicsApplication() {}

  /** Ends with 1, saying why, where a topic could not be made. */
  public static void main(String[] args) throws InterruptedException {
    try {
      List<String> made = makeMissing(System.getenv());
      System.out.println(made.isEmpty() ? "All topics are there." : "Made: " + made);
    } catch (IllegalArgumentException | IOException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (ExecutionException e) {
      fail("The topics cannot be made: " + e.getCause());
    } catch (TimeoutException _) {
      fail("Kafka has not answered for " + PATIENCE_SECONDS + " seconds.");
    }
  }

  private static void fail(String why) {
    System.err.println(why);
    System.exit(1);
  }

  static List<String> makeMissing(Map<String, String> environment)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    int partitions = number(environment, "TOPIC_PARTITIONS", 12);
    int replicas = number(environment, "TOPIC_REPLICAS", 3);
    try (Admin admin = Admin.create(client(environment))) {
      Set<String> there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          names()
              .filter(name -> !there.contains(name))
              .map(name ->
                  new NewTopic(name, partitions, (short) replicas).configs(settings(replicas)))
              .toList();
      admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return missing.stream().map(NewTopic::name).toList();
    }
  }

  private static Properties client(Map<String, String> environment) throws IOException {
    Properties client = new Properties();
    String file = environment.get("KAFKA_CLIENT_PROPERTIES");
    if (file != null) {
      try (Reader reader = Files.newBufferedReader(Path.of(file))) {
        client.load(reader);
      }
    }
    String brokers = environment.get("KAFKA_BROKERS");
    if (brokers == null || brokers.isBlank()) {
      throw new IllegalArgumentException("KAFKA_BROKERS must say where Kafka is.");
    }
    client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    return client;
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String value = environment.getOrDefault(name, String.valueOf(otherwise));
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(name + " must be a number from 1 to 9999.");
    }
    return Integer.parseInt(value);
  }

  private static Map<String, String> settings(int replicas) {
    // By the broker's time workers know a command that was held up on its way.
    return Map.of(
        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
        "LogAppendTime",
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
        String.valueOf(replicas > 2 ? 2 : 1));
  }

  /** Each topic, and the dead-letter topics of its consumers; in one order always. */
  static Stream<String> names() {
    List<String> names = new ArrayList<>(Topics.CONSUMERS.keySet());
    Topics.CONSUMERS.forEach((topic, consumers) ->
        consumers.forEach(consumer -> names.add(Topics.deadLetter(topic, consumer))));
    return names.stream().sorted();
  }
}
