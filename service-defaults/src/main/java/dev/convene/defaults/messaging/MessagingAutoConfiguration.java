package dev.convene.defaults.messaging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.support.KafkaHeaderMapper;

/** How records are mapped, for the binder: {@code ...kafka.binder.header-mapper-bean-name}. */
@AutoConfiguration
@ConditionalOnClass(KafkaHeaderMapper.class)
class MessagingAutoConfiguration {

  @Bean
  KafkaHeaderMapper recordHeaders() {
    return new RecordHeaders();
  }
}
