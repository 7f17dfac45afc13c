package dev.convene.gateway.kafka;

import java.lang.reflect.Type;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.stereotype.Component;

/** Hands a poll's records on as they are: dead letters keep every byte, and nothing is copied. */
@Component(RawBatches.NAME)
class RawBatches implements BatchMessageConverter {

  static final String NAME = "rawBatches";

  @Override
  public Message<?> toMessage(
      List<ConsumerRecord<?, ?>> records,
      @Nullable Acknowledgment acknowledgment,
      @Nullable Consumer<?, ?> consumer,
      Type payloadType) {
    return new GenericMessage<>(records);
  }

  @Override
  public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
    throw new UnsupportedOperationException("only for reading");
  }
}
