package dev.convene.gateway.kafka;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How the binder reaches Kafka, for clients beside it that live for one question. */
@Component
public class KafkaSettings {

  private static final String BINDER = "spring.cloud.stream.kafka.binder.";

  private final Environment environment;

  KafkaSettings(Environment environment) {
    this.environment = environment;
  }

  /** A new map with the brokers and whatever they demand, which gives up within so long. */
  public Map<String, Object> patientFor(int millis) {
    Map<String, Object> settings =
        new HashMap<>(
            Binder.get(environment)
                .bind(BINDER + "configuration", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
    settings.put("bootstrap.servers", environment.getRequiredProperty(BINDER + "brokers"));
    settings.put("default.api.timeout.ms", millis);
    settings.put("request.timeout.ms", millis / 2);
    return settings;
  }
}
