package dev.convene.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.convene.contracts.Topics;
import dev.convene.local.process.Part;
import dev.convene.local.process.StartFailed;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker and database as real processes; the end-to-end tests have the rest. */
class LocalStackIT {

  private static final Map<String, String> VENDORS_ELSEWHERE =
      Map.of(
          "WEBEX_BASE_URL", "http://localhost:1",
          "WEBEX_CLIENT_ID", "id",
          "WEBEX_CLIENT_SECRET", "secret",
          "WEBEX_REFRESH_TOKEN", "token",
          "WEBEX_INTEGRATION_CLIENT_ID", "integration",
          "WEBEX_INTEGRATION_CLIENT_SECRET", "secret",
          "GRAPH_BASE_URL", "http://localhost:1",
          "ENTRA_TENANT_ID", "tenant",
          "ENTRA_CLIENT_ID", "id",
          "ENTRA_CLIENT_SECRET", "secret");

  @TempDir private static Path data;
  private static final Ports PORTS = Ports.free();
  private static final List<String> PROGRESS = new CopyOnWriteArrayList<>();
  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack = stackWithoutServices().start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  private static StackBuilder stackWithoutServices() {
    return LocalStack.builder()
        .ports(PORTS)
        .keepDataIn(data)
        .vendorsAsIn(VENDORS_ELSEWHERE)
        .withoutServices()
        .progress((part, where, _) -> PROGRESS.add(part + " " + where));
  }

  @Test
  void eachPartIsReportedWithWhereItIsReached() {
    assertThat(PROGRESS)
        .contains(
            "kafka localhost:" + PORTS.of(Listener.KAFKA),
            "postgresql localhost:" + PORTS.of(Listener.POSTGRESQL));
  }

  @Test
  void everyTopicHasTwelvePartitionsAndADeadLetterTopicForEachReader() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.brokers()))) {
      var topics = admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();

      assertThat(topics)
          .containsOnlyKeys(
              Topics.SCHEDULING_COMMANDS,
              Topics.WEBEX_EVENTS,
              Topics.CALENDAR_EVENTS,
              Topics.OPERATIONS_COMMANDS,
              "operations.commands.calendar-service.dead-letter",
              "operations.commands.webex-service.dead-letter",
              "scheduling.commands.webex-service.dead-letter",
              "webex.events.calendar-service.dead-letter",
              "webex.events.gateway-service.dead-letter",
              "calendar.events.webex-service.dead-letter",
              "calendar.events.gateway-service.dead-letter");
      assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 12);
    }
  }

  @Test
  void eachServiceHasADatabaseOfItsOwn() throws Exception {
    for (Service service : Service.values()) {
      try (Connection connection = connect(service)) {
        assertThat(connection.createStatement().execute("CREATE TABLE mine (id int)")).isFalse();
      }
    }
  }

  @Test
  void commitsAreDurable() throws Exception {
    try (Connection connection = connect(Service.GATEWAY)) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        ResultSet value = connection.createStatement().executeQuery("SHOW " + setting);
        assertThat(value.next()).isTrue();
        assertThat(value.getString(1)).as(setting).isEqualTo("on");
      }
    }
  }

  @Test
  void aKilledDatabaseComesBackWithItsData() throws Exception {
    try (Connection connection = connect(Service.WEBEX)) {
      connection.createStatement().execute("CREATE TABLE kept (id int)");
    }

    stack.database().kill();
    stack.database().start();

    try (Connection connection = connect(Service.WEBEX)) {
      assertThat(connection.createStatement().executeQuery("SELECT * FROM kept").next()).isFalse();
    }
  }

  @Test
  void aBrokerCanBeStoppedAndStartedAgain() {
    stack.broker().stop();
    assertThat(stack.broker().isRunning()).isFalse();

    stack.broker().start();
    assertThat(stack.broker().isRunning()).isTrue();
  }

  @Test
  void aPortThatIsTakenIsReportedBeforeAnythingStarts() throws Exception {
    Ports ports = Ports.free();
    int taken = ports.of(Listener.POSTGRESQL);
    try (ServerSocket _ = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(StartFailed.class)
          .isThrownBy(() -> stackWithoutServices().ports(ports).start())
          .withMessageContaining(taken + " (PostgreSQL)")
          .withMessageContaining("--port-offset");
    }
  }

  @Test
  void secretsAreForTheirOwnerOnly() throws Exception {
    assertThat(Files.getPosixFilePermissions(data.resolve("secrets.properties"))).hasSize(2);
  }

  @Test
  void nothingIsLeftOfAStackWhoseDataIsNotKept() {
    List<Part> parts;
    Path logs;
    try (LocalStack other =
        LocalStack.builder().vendorsAsIn(VENDORS_ELSEWHERE).withoutServices().start()) {
      parts = List.of(other.broker(), other.database());
      logs = other.logs();
      assertThat(parts).allMatch(Part::isRunning);
    }
    assertThat(parts).noneMatch(Part::isRunning);
    assertThat(logs.getParent()).doesNotExist();
  }

  private static Connection connect(Service service) throws Exception {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%d/%s"
            .formatted(PORTS.of(Listener.POSTGRESQL), service.database()),
        service.database(),
        new Secrets(data).password(service.database()));
  }
}
