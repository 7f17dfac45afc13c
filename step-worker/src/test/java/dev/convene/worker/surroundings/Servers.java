package dev.convene.worker.surroundings;

import dev.convene.contracts.Topics;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.util.FileSystemUtils;

/** A broker and a database for one worker, and the worker itself as often as a test wants it. */
public final class Servers implements AutoCloseable {

  private static final int PARTITIONS = 3;

  private final EmbeddedKafkaKraftBroker broker;
  private final Path data;
  private final int databasePort;
  private EmbeddedPostgres database;

  /**
   * @param service whose topics for dead letters are made, too
   */
  public Servers(String service, List<String> reads, String writes) {
    List<String> topics = new ArrayList<>(reads);
    topics.add(writes);
    topics.add(Topics.OPERATIONS_COMMANDS);
    reads.forEach(topic -> topics.add(Topics.deadLetter(topic, service)));
    topics.add(Topics.deadLetter(Topics.OPERATIONS_COMMANDS, service));
    broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS, topics.toArray(String[]::new));
    broker.brokerProperties(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "3",
            "offsets.topic.num.partitions", "3",
            "group.initial.rebalance.delay.ms", "0",
            "auto.create.topics.enable", "false"));
    broker.afterPropertiesSet();
    try {
      data = Files.createTempDirectory("convene-test-");
      database = database(0);
      databasePort = database.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres database(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.resolve("postgresql"))
            .setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  public String brokers() {
    return broker.getBrokersAsString();
  }

  /** Cuts every connection; new ones are refused until it starts again. */
  public void stopDatabase() throws IOException {
    database.close();
  }

  /** At the same place, with the same data. */
  public void startDatabase() throws IOException {
    database = database(databasePort);
  }

  /** The first column of the first row of the worker's database; empty where there is none. */
  public String ask(String sql) {
    try (Connection connection = database.getPostgresDatabase().getConnection();
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
                "--DATABASE_PORT=" + databasePort,
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
  public void close() throws IOException {
    database.close();
    broker.destroy();
    FileSystemUtils.deleteRecursively(data);
  }
}
