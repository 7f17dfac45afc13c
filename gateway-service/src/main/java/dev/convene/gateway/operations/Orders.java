package dev.convene.gateway.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.OperatorCommand;
import dev.convene.contracts.SchedulingCommand;
import dev.convene.contracts.SchedulingOutcome;
import dev.convene.contracts.TopicMessage;
import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.Envelope;
import dev.convene.gateway.kafka.Outlet;
import dev.convene.gateway.progress.OutcomeTopic;
import dev.convene.gateway.publishing.Commands;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends on what an operator wants, and tells other systems what that changed at once. */
@Component
class Orders {

  private static final String SOURCE = "/gateway-service";

  private final Outlet outlet;
  private final Commands commands;
  private final OutcomeTopic outcomes;
  private final InstantSource clock;
  private final JsonMapper mapper;

  Orders(
      Outlet outlet,
      Commands commands,
      OutcomeTopic outcomes,
      InstantSource clock,
      JsonMapper mapper) {
    this.outlet = outlet;
    this.commands = commands;
    this.outcomes = outcomes;
    this.clock = clock;
    this.mapper = mapper;
  }

  /** Sends one message of the outbox. May block, see {@link Outlet#send}. */
  CompletableFuture<?> send(Actions.Message message) {
    MessageType type = MessageType.named(message.type()).orElseThrow();
    TopicMessage order = mapper.treeToValue(message.body(), type.record());
    return switch (order) {
      case OperatorCommand command -> send(command, type);
      case SchedulingCommand command -> commands.send(command, true, null);
      case SchedulingOutcome outcome -> outcomes.send(outcome, true);
      case MeetingMessage other ->
          throw new IllegalStateException(other.getClass() + " is not the gateway's to say");
    };
  }

  private CompletableFuture<?> send(OperatorCommand command, MessageType type) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.OPERATIONS_COMMANDS,
            command.key().getBytes(UTF_8),
            mapper.writeValueAsBytes(command));
    String name = type.typeName() + "/" + command.action() + "/" + command.subject();
    new Envelope(
            UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString(),
            type.typeName(),
            SOURCE,
            command.subject(),
            clock.instant(),
            false)
        .headers()
        .forEach((header, value) -> record.headers().add(header, value.getBytes(UTF_8)));
    return outlet.send(record);
  }
}
