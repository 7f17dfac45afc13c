package dev.convene.webex;

import dev.convene.contracts.Topics;
import dev.convene.defaults.sealing.Seal;
import dev.convene.simulators.Simulators;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Everything that webex-service needs around it: a broker, a database, and Webex. */
final class Surroundings implements AutoCloseable {

  static final String KEYSET = Seal.newKeyset();
  private static final int PARTITIONS = 3;

  final EmbeddedKafkaKraftBroker broker;
  final Simulators simulators;
  private final EmbeddedPostgres postgres;

  Surroundings() {
    broker =
        new EmbeddedKafkaKraftBroker(
            1,
            PARTITIONS,
            Topics.SCHEDULING_COMMANDS,
            Topics.CALENDAR_EVENTS,
            Topics.WEBEX_EVENTS,
            Topics.OPERATIONS_COMMANDS,
            Topics.deadLetter(Topics.OPERATIONS_COMMANDS, "webex-service"),
            Topics.deadLetter(Topics.SCHEDULING_COMMANDS, "webex-service"),
            Topics.deadLetter(Topics.CALENDAR_EVENTS, "webex-service"));
    broker.brokerProperties(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "3",
            "offsets.topic.num.partitions", "3",
            "group.initial.rebalance.delay.ms", "0",
            "auto.create.topics.enable", "false"));
    broker.afterPropertiesSet();
    simulators = Simulators.builder().webexPort(0).start();
    try {
      postgres = EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ConfigurableApplicationContext startService(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--KAFKA_BROKERS=" + broker.getBrokersAsString(),
                "--DATABASE_HOST=localhost",
                "--DATABASE_PORT=" + postgres.getPort(),
                "--DATABASE_NAME=postgres",
                "--DATABASE_USERNAME=postgres",
                "--DATABASE_PASSWORD=postgres",
                "--CONVENE_SEALING_KEYSET=" + KEYSET,
                "--WEBEX_BASE_URL=" + simulators.webex(),
                "--WEBEX_CLIENT_ID=convene-webex",
                "--WEBEX_CLIENT_SECRET=convene-webex-secret",
                "--WEBEX_REFRESH_TOKEN=convene-webex-refresh",
                "--convene.webex.calls-per-minute=0",
                "--convene.webex.breaker-wait=1s",
                "--convene.webex.steps.visibility-lag=1s",
                "--convene.worker.parking.first-wait=200ms",
                "--convene.worker.parking.polling=100ms"));
    arguments.addAll(List.of(more));
    return new SpringApplicationBuilder(WebexApplication.class)
        .run(arguments.toArray(String[]::new));
  }

  /** The first column of the first row of the service's database; empty where there is none. */
  String ask(String sql) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    simulators.close();
    postgres.close();
    broker.destroy();
  }
}
