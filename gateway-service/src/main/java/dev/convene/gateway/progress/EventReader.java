package dev.convene.gateway.progress;

import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.SchedulingCommand;
import dev.convene.defaults.messaging.Decoded;
import dev.convene.defaults.messaging.MessageCodec;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the events of both sides. A command on an event topic is of an unknown type here. */
@Component
class EventReader {

  private final MessageCodec<MeetingMessage> codec;

  EventReader(JsonMapper mapper) {
    Map<String, Class<? extends MeetingMessage>> events =
        new HashMap<>(MessageType.catalogue(MeetingMessage.class));
    events.keySet().removeAll(MessageType.catalogue(SchedulingCommand.class).keySet());
    this.codec = new MessageCodec<>(mapper, MeetingMessage.class, events);
  }

  Decoded<MeetingMessage> read(ConsumerRecord<byte[], byte[]> record) {
    Map<String, byte[]> headers = new HashMap<>();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), header.value());
      }
    }
    return codec.decode(headers, record.value());
  }
}
