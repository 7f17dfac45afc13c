package dev.convene.gateway.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.impl.UUIDUtil;
import dev.convene.contracts.CancelMeeting;
import dev.convene.contracts.CheckMeeting;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.SchedulingCommand;
import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.Envelope;
import dev.convene.defaults.messaging.MessageCodec;
import dev.convene.gateway.kafka.Outlet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands to the topic that webex-service reads. */
@Component
public class Commands {

  private static final String SOURCE = "/gateway-service";

  private final Outlet outlet;
  private final InstantSource clock;
  private final MessageCodec<SchedulingCommand> codec;

  Commands(Outlet outlet, InstantSource clock, JsonMapper mapper) {
    this.outlet = outlet;
    this.clock = clock;
    this.codec =
        new MessageCodec<>(
            mapper,
            SchedulingCommand.class,
            Map.of(
                MessageType.SCHEDULE_MEETING.typeName(), ScheduleMeeting.class,
                MessageType.CANCEL_MEETING.typeName(), CancelMeeting.class,
                MessageType.CHECK_MEETING.typeName(), CheckMeeting.class));
  }

  /**
   * Sends one command. May block, see {@link Outlet#send}.
   *
   * @param resent whether it is a further copy, whose effect may exist already
   * @param traceparent of the request that it follows from, as W3C writes it
   * @return completes when the broker has it, or fails
   */
  public CompletableFuture<?> send(
      SchedulingCommand command, boolean resent, @Nullable String traceparent) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.SCHEDULING_COMMANDS, command.host().getBytes(UTF_8), codec.encode(command));
    envelope(command, resent)
        .headers()
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    if (traceparent != null) {
      record.headers().add("traceparent", traceparent.getBytes(UTF_8));
    }
    return outlet.send(record);
  }

  /**
   * A request is as old as its id, however long it took to get here: by that, workers tell a
   * command that its own copy may have overtaken.
   */
  private Instant time(SchedulingCommand command) {
    return switch (command) {
      case ScheduleMeeting schedule ->
          Instant.ofEpochMilli(UUIDUtil.extractTimestamp(schedule.meetingId()));
      case CancelMeeting cancel -> cancel.askedAt();
      case CheckMeeting _ -> clock.instant();
    };
  }

  private Envelope envelope(SchedulingCommand command, boolean resent) {
    String meetingId = command.meetingId().toString();
    String type = MessageType.of(command).typeName();
    int number =
        switch (command) {
          case ScheduleMeeting schedule -> schedule.generation();
          case CancelMeeting _ -> 1; // a meeting is cancelled once
          case CheckMeeting check -> check.round();
        };
    // The same for every copy of this order.
    String name = meetingId + "/" + number + "/" + type;
    return new Envelope(
        UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString(),
        type,
        SOURCE,
        meetingId,
        time(command),
        resent);
  }
}
