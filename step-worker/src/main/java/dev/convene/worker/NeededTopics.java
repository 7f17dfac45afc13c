package dev.convene.worker;

import dev.convene.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * Looks at the start whether every dead-letter topic is there. Without one, the first message that
 * cannot be read would hold up its partition for ever.
 */
final class NeededTopics implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(NeededTopics.class);
  private static final int PATIENCE_SECONDS = 10;

  private final List<String> needed;
  private final Environment environment;
  private boolean checked;

  NeededTopics(String service, Environment environment) {
    this.needed = Topics.deadLettersOf(service);
    this.environment = environment;
  }

  /**
   * @throws MissingTopics when Kafka says that one of them is not there
   */
  @Override
  public void start() {
    try (Admin admin = Admin.create(settings())) {
      Set<String> there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      List<String> missing = needed.stream().filter(name -> !there.contains(name)).toList();
      if (!missing.isEmpty()) {
        throw new MissingTopics(missing);
      }
    } catch (ExecutionException | TimeoutException e) {
      log.warn("Kafka does not say whether the dead-letter topics are there: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Kafka was asked for its topics", e);
    }
    checked = true;
  }

  /** Those with which the binder reaches Kafka. */
  private Map<String, Object> settings() {
    String binder = "spring.cloud.stream.kafka.binder.";
    Map<String, Object> settings =
        new HashMap<>(
            Binder.get(environment)
                .bind(binder + "configuration", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
    settings.put("bootstrap.servers", environment.getRequiredProperty(binder + "brokers"));
    settings.put("default.api.timeout.ms", PATIENCE_SECONDS * 1000);
    settings.put("request.timeout.ms", PATIENCE_SECONDS * 500);
    return settings;
  }

  @Override
  public void stop() {
    checked = false;
  }

  @Override
  public boolean isRunning() {
    return checked;
  }

  /** Before anything is bound. */
  @Override
  public int getPhase() {
    return 0;
  }
}
