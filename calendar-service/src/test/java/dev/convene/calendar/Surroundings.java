package dev.convene.calendar;

import dev.convene.calendar.invitation.Samples;
import dev.convene.contracts.Topics;
import dev.convene.simulators.Simulators;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Everything that calendar-service needs around it: a broker, a database, and Microsoft 365. */
final class Surroundings implements AutoCloseable {

  private static final int PARTITIONS = 3;

  final EmbeddedKafkaKraftBroker broker;
  final Simulators simulators;
  private final EmbeddedPostgres postgres;

  Surroundings() {
    broker =
        new EmbeddedKafkaKraftBroker(
            1,
            PARTITIONS,
            Topics.WEBEX_EVENTS,
            Topics.CALENDAR_EVENTS,
            Topics.OPERATIONS_COMMANDS,
            Topics.deadLetter(Topics.OPERATIONS_COMMANDS, "calendar-service"),
            Topics.deadLetter(Topics.WEBEX_EVENTS, "calendar-service"));
    broker.brokerProperties(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "3",
            "offsets.topic.num.partitions", "3",
            "group.initial.rebalance.delay.ms", "0",
            "auto.create.topics.enable", "false"));
    broker.afterPropertiesSet();
    simulators = Simulators.builder().microsoftPort(0).start();
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
                "--CONVENE_SEALING_KEYSET=" + Samples.KEYSET,
                "--GRAPH_BASE_URL=" + simulators.microsoft(),
                "--ENTRA_BASE_URL=" + simulators.microsoft(),
                "--ENTRA_TENANT_ID=contoso.example",
                "--ENTRA_CLIENT_ID=convene-calendar",
                "--ENTRA_CLIENT_SECRET=convene-calendar-secret",
                "--convene.sending.settles-in=1s",
                "--convene.graph.breaker-wait=1s",
                "--convene.worker.parking.first-wait=200ms",
                "--convene.worker.parking.polling=100ms"));
    arguments.addAll(List.of(more));
    return new SpringApplicationBuilder(CalendarApplication.class)
        .run(arguments.toArray(String[]::new));
  }

  @Override
  public void close() throws IOException {
    simulators.close();
    postgres.close();
    broker.destroy();
  }
}
