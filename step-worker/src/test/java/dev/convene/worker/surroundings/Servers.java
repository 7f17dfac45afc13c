package dev.convene.worker.surroundings;

import dev.convene.contracts.Topics;
import dev.convene.servers.Kafka;
import dev.convene.servers.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker and a database for one worker, and the worker itself as often as a test wants it. */
public final class Servers implements AutoCloseable {

  private static final int PARTITIONS = 3;

  private final Kafka broker = Kafka.started();
  private final Postgres database = Postgres.started(60);

  /**
   * @param service whose topics for dead letters are made, too
   */
  public Servers(String service, List<String> reads, String writes) {
    List<String> topics = new ArrayList<>(reads);
    topics.add(writes);
    topics.add(Topics.OPERATIONS_COMMANDS);
    reads.forEach(topic -> topics.add(Topics.deadLetter(topic, service)));
    topics.add(Topics.deadLetter(Topics.OPERATIONS_COMMANDS, service));
    broker.make(topics.stream().distinct().map(name -> new NewTopic(name, PARTITIONS, (short) 1)));
  }

  public String brokers() {
    return broker.brokers();
  }

  /** Cuts every connection; new ones are refused until it starts again. */
  public void stopDatabase() {
    database.stop();
  }

  /** At the same place, with the same data. */
  public void startDatabase() {
    database.start();
  }

  /** The first column of the first row of the worker's database; empty where there is none. */
  public String ask(String sql) {
    try (Connection connection = database.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts the worker in this JVM, with the waits of production made short. */
  public ConfigurableApplicationContext start(
      Class<?> application, List<String> settings, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--KAFKA_BROKERS=" + brokers(),
                "--DATABASE_HOST=localhost",
                "--DATABASE_PORT=" + database.port(),
                "--DATABASE_NAME=postgres",
                "--DATABASE_USERNAME=postgres",
                "--DATABASE_PASSWORD=postgres",
                "--convene.worker.parking.first-wait=200ms",
                "--convene.worker.parking.polling=100ms"));
    arguments.addAll(settings);
    arguments.addAll(List.of(more));
    return new SpringApplicationBuilder(application).run(arguments.toArray(String[]::new));
  }

  @Override
  public void close() {
    database.close();
    broker.close();
  }
}
