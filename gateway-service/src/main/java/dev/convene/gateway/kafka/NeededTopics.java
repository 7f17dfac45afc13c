package dev.convene.gateway.kafka;

import dev.convene.contracts.Topics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.stereotype.Component;

/**
 * The topics to which this service writes what comes of events: what it cannot read, and outcomes.
 * Without them the first of those would hold up all other events for ever.
 */
@Component
class NeededTopics {

  private static final int PATIENCE_MILLIS = 10_000;

  private final KafkaSettings settings;

  NeededTopics(KafkaSettings settings) {
    this.settings = settings;
  }

  /** Kafka lacks topics without which nothing may be read. */
  static final class Missing extends RuntimeException {
    private Missing(List<String> names) {
      super("Kafka has no topic " + String.join(", ", names));
    }
  }

  /**
   * Asks Kafka.
   *
   * @throws Missing when one of them is not there
   * @throws IllegalStateException when Kafka does not say
   */
  void require() throws InterruptedException {
    try (Admin admin = Admin.create(settings.patientFor(PATIENCE_MILLIS))) {
      Set<String> there = admin.listTopics().names().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      List<String> missing =
          Stream.concat(
                  Topics.deadLettersOf(DeadLetters.CONSUMER).stream(),
                  Stream.of(Topics.SCHEDULING_OUTCOMES))
              .filter(name -> !there.contains(name))
              .toList();
      if (!missing.isEmpty()) {
        throw new Missing(missing);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka does not tell its topics", e);
    }
  }
}
