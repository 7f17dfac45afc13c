package dev.convene.gateway.kafka;

import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How the consumer behaves when a batch cannot be projected. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  /** Tries the batch again for as long as it takes: events that cannot be read never get here. */
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retriesForever() {
    return (container, _, _) -> {
      ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
      backOff.setMaxInterval(10_000);
      DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
      handler.setLogLevel(KafkaException.Level.DEBUG); // the projection has said it in one line
      container.setCommonErrorHandler(handler);
    };
  }
}
