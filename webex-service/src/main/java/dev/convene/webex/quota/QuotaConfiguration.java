package dev.convene.webex.quota;

import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Topics;
import dev.convene.defaults.messaging.MessageCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class QuotaConfiguration {

  private final CreationQuota quota;

  QuotaConfiguration(QuotaProperties properties, InstantSource clock) {
    this.quota = new CreationQuota(properties.meetingsPerDay(), clock);
  }

  @Bean
  CreationQuota creationQuota() {
    return quota;
  }

  @Bean
  CreationHistory creationHistory(
      MessageCodec<MeetingMessage> codec,
      QuotaProperties properties,
      InstantSource clock,
      Environment environment) {
    Map<String, Object> settings = new HashMap<>(binderSettings(environment));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new CreationHistory(
        quota,
        new TopicCreations(
            () ->
                new KafkaConsumer<>(
                    settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            codec,
            clock,
            properties.lookBack(),
            properties.lookBackWithin()),
        Topics.SCHEDULING_COMMANDS,
        clock);
  }

  @Bean
  CreationGate creationGate(CreationHistory history) {
    return new CreationGate(quota, history);
  }

  /** Brokers and, where there are any, the settings of security, as the binder has them. */
  private static Map<String, String> binderSettings(Environment environment) {
    String binder = "spring.cloud.stream.kafka.binder.";
    Map<String, String> settings =
        Binder.get(environment)
            .bind(binder + "configuration", Bindable.mapOf(String.class, String.class))
            .orElseGet(HashMap::new);
    settings.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        environment.getRequiredProperty(binder + "brokers"));
    return settings;
  }

  @Scheduled(fixedDelayString = "PT10M")
  void prune() {
    quota.prune();
  }

  /**
   * Webex's limits on creating.
   *
   * @param meetingsPerDay for one host; 0 means no limit
   * @param lookBack the latest events of a partition that are read when it comes to this process,
   *     to learn what was created for its hosts in the last 24 hours
   * @param lookBackWithin how long that may take
   */
  @ConfigurationProperties("convene.webex.quota")
  record QuotaProperties(
      @DefaultValue("100") int meetingsPerDay,
      @DefaultValue("20000") int lookBack,
      @DefaultValue("5s") Duration lookBackWithin) {}
}
