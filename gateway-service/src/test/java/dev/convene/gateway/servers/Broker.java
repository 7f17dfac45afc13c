package dev.convene.gateway.servers;

import dev.convene.contracts.Topics;
import dev.convene.servers.Kafka;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** A Kafka broker with all topics that the gateway knows, which can be stopped and comes back. */
public final class Broker {

  private static final String CONSUMER = "gateway-service";

  private final Kafka server;

  private Broker(Kafka server) {
    this.server = server;
  }

  /** A new one. */
  public static Broker started() {
    Kafka server = Kafka.started();
    server.make(topics());
    return new Broker(server);
  }

  /** With the data that it had. */
  public void start() {
    server.start();
  }

  public void stop() {
    server.stop();
  }

  public String address() {
    return server.brokers();
  }

  private static Stream<NewTopic> topics() {
    return Stream.of(
            Topics.SCHEDULING_COMMANDS,
            Topics.WEBEX_EVENTS,
            Topics.CALENDAR_EVENTS,
            Topics.OPERATIONS_COMMANDS,
            Topics.SCHEDULING_OUTCOMES,
            Topics.deadLetter(Topics.SCHEDULING_COMMANDS, "webex-service"),
            Topics.deadLetter(Topics.WEBEX_EVENTS, CONSUMER),
            Topics.deadLetter(Topics.CALENDAR_EVENTS, CONSUMER))
        .map(name -> new NewTopic(name, 3, (short) 1));
  }
}
