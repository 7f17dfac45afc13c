package dev.convene.gateway.servers;

import dev.convene.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/** A Kafka broker as a process of its own, which can be stopped and comes back with its data. */
public final class Broker {

  private static final String CONSUMER = "gateway-service";

  private final Path home;
  private final int port = Ports.free();
  private final int controllerPort = Ports.free();
  private Process process;

  private Broker(Path home) {
    this.home = home;
  }

  /** A new broker that has not been started. */
  public static Broker prepared() {
    try {
      Broker broker = new Broker(Files.createTempDirectory("gateway-kafka"));
      broker.writeConfiguration();
      broker.run(
          "kafka.tools.StorageTool",
          "format",
          "--standalone",
          "--cluster-id",
          Uuid.randomUuid().toString(),
          "--config",
          broker.configuration());
      Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it and, the first time, makes all topics that the gateway knows. */
  public Broker start() {
    process = launch("kafka.Kafka", configuration());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      if (admin.listTopics().names().get(60, TimeUnit.SECONDS).isEmpty()) {
        admin.createTopics(topics().toList()).all().get(30, TimeUnit.SECONDS);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker did not start, see " + home.resolve("log"), e);
    }
    return this;
  }

  public void stop() {
    process.destroy();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  private static Stream<NewTopic> topics() {
    return Stream.of(
            Topics.SCHEDULING_COMMANDS,
            Topics.WEBEX_EVENTS,
            Topics.CALENDAR_EVENTS,
            Topics.OPERATIONS_COMMANDS,
            Topics.deadLetter(Topics.SCHEDULING_COMMANDS, "webex-service"),
            Topics.deadLetter(Topics.WEBEX_EVENTS, CONSUMER),
            Topics.deadLetter(Topics.CALENDAR_EVENTS, CONSUMER))
        .map(name -> new NewTopic(name, 3, (short) 1));
  }

  private String configuration() {
    return home.resolve("server.properties").toString();
  }

  private void writeConfiguration() throws IOException {
    Files.writeString(
        home.resolve("server.properties"),
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        auto.create.topics.enable=false
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        group.initial.rebalance.delay.ms=0
        """
            .formatted(port, controllerPort, home.resolve("data")));
  }

  private void run(String mainClass, String... arguments) {
    try {
      Process tool = launch(mainClass, arguments);
      if (!tool.waitFor(60, TimeUnit.SECONDS) || tool.exitValue() != 0) {
        throw new IllegalStateException(mainClass + " failed, see " + home.resolve("log"));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process launch(String mainClass, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
    command.addAll(Arrays.asList(arguments));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void destroy() {
    if (process != null) {
      process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
