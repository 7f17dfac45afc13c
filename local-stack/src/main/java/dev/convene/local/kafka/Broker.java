package dev.convene.local.kafka;

import dev.convene.local.process.Program;
import dev.convene.local.process.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A broker that is its own controller (KRaft's combined mode), with settings for one machine.
 *
 * @param port where clients connect, on the loopback address
 * @param controllerPort where it speaks to itself
 * @param folder for its settings and its log
 * @param doors further ports for clients, each of which is told another way to come back
 */
public record Broker(int port, int controllerPort, Path folder, List<Door> doors) {

  /**
   * A port for one client. A client that has connected once goes to where the broker says it is, so
   * one that shall come by another way needs a door that names that way.
   *
   * @param port where the broker listens
   * @param advertised the port that it tells its clients
   */
  public record Door(int port, int advertised) {}

  public Broker {
    doors = List.copyOf(doors);
  }

  /** What clients are given. */
  public String address() {
    return "localhost:" + port;
  }

  /**
   * The broker as a program.
   *
   * @param java the command that runs a JVM, without a class
   * @param classPath all that Kafka's server needs, and this class
   */
  public Program program(List<String> java, String classPath) {
    Path properties = folder.resolve("server.properties");
    Path log = folder.resolve("log");
    try {
      Files.createDirectories(log);
      Files.writeString(properties, settings(log));
    } catch (IOException e) {
      throw new IllegalStateException("cannot write " + properties, e);
    }
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of(
            "-Dlogback.configurationFile=dev/convene/local/kafka/logback.xml",
            "-cp",
            classPath,
            BrokerProcess.class.getName(),
            properties.toString(),
            log.toString()));
    Readiness answers = new BrokerReadiness(address());
    return new Program(command, Map.of(), folder, Readiness.listening(port).and(answers));
  }

  private String settings(Path log) {
    StringBuilder listeners = new StringBuilder();
    StringBuilder advertised = new StringBuilder();
    StringBuilder protocols = new StringBuilder();
    for (Door door : doors) {
      listeners.append(",DOOR%1$d://localhost:%1$d".formatted(door.port()));
      advertised.append(",DOOR%d://localhost:%d".formatted(door.port(), door.advertised()));
      protocols.append(",DOOR%d:PLAINTEXT".formatted(door.port()));
    }
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@localhost:%2$d
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d%4$s
    advertised.listeners=PLAINTEXT://localhost:%1$d%5$s
    listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT%6$s
    inter.broker.listener.name=PLAINTEXT
    log.dirs=%3$s

    # One node holds one replica.
    offsets.topic.replication.factor=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1

    # Few partitions, small buffers and short waits: one machine, few clients.
    offsets.topic.num.partitions=4
    transaction.state.log.num.partitions=4
    group.initial.rebalance.delay.ms=0
    transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
    log.cleaner.dedupe.buffer.size=16777216
    log.segment.bytes=67108864
    log.retention.hours=24
    log.retention.bytes=268435456

    # A topic that nobody made is a mistake.
    auto.create.topics.enable=false
    """
        .formatted(port, controllerPort, log, listeners, advertised, protocols);
  }
}
