package dev.convene.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.InvitationChecked;
import dev.convene.contracts.MeetingChecked;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.StepDelayed;
import dev.convene.defaults.messaging.Envelope;
import dev.convene.defaults.messaging.MessageCodec;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Puts what a worker has to say into its envelope. */
final class Outbound {

  private final MessageCodec<MeetingMessage> codec;
  private final InstantSource clock;
  private final String source;

  Outbound(MessageCodec<MeetingMessage> codec, InstantSource clock, String service) {
    this.codec = codec;
    this.clock = clock;
    this.source = "/" + service;
  }

  /**
   * @param resent whether this follows from a copy, so that whoever acts on it must look first
   */
  Message<byte[]> message(MeetingMessage message, boolean resent) {
    String type = MessageType.of(message).typeName();
    Envelope envelope =
        new Envelope(
            id(type, message),
            type,
            source,
            message.meetingId().toString(),
            clock.instant(),
            resent);
    MessageBuilder<byte[]> builder =
        MessageBuilder.withPayload(codec.encode(message))
            .setHeader(KafkaHeaders.KEY, message.host().getBytes(UTF_8));
    envelope.headers().forEach((name, value) -> builder.setHeader(name, value.getBytes(UTF_8)));
    return builder.build();
  }

  /** The same fact gets the same id, whoever states it and however often. */
  private static String id(String type, MeetingMessage message) {
    String fact =
        switch (message) {
          case MeetingChecked checked -> type + checked.meetingId() + "/" + checked.round();
          case InvitationChecked checked -> type + checked.meetingId() + "/" + checked.round();
          case StepDelayed delayed ->
              type + delayed.meetingId() + delayed.step().name() + delayed.nextAttemptAt();
          // An operator may have it tried again, and then it is needed anew.
          case AttentionNeeded needed ->
              type + needed.meetingId() + needed.step().name() + needed.step().startedAt();
          default -> type + message.meetingId();
        };
    return UUID.nameUUIDFromBytes(fact.getBytes(UTF_8)).toString();
  }
}
