package dev.convene.gateway.kafka;

import dev.convene.contracts.Topics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.stereotype.Component;

/**
 * The topics that this service sets aside on what it cannot read. Without them the first such event
 * would hold up all others for ever.
 */
@Component
class DeadLetterTopics {

  private static final int PATIENCE_MILLIS = 10_000;

  private final KafkaSettings settings;

  DeadLetterTopics(KafkaSettings settings) {
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
          Topics.deadLettersOf(DeadLetters.CONSUMER).stream()
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
