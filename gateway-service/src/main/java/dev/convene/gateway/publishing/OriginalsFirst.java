package dev.convene.gateway.publishing;

import dev.convene.gateway.progress.SweepTimes;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A command must not reach Kafka after a copy of it: workers look whether a meeting was made before
 * only where a record is marked as a copy. One that they take for new, while another replica works
 * on the copy, makes a second meeting. So the first copy may be sent only when the original has
 * arrived or never will.
 */
@Component
final class OriginalsFirst {

  private static final Logger log = LoggerFactory.getLogger(OriginalsFirst.class);

  static final String DELIVERY_TIMEOUT =
      "spring.cloud.stream.kafka.bindings.commands-out-0.producer.configuration"
          + ".delivery.timeout.ms";

  OriginalsFirst(
      PublishingProperties publishing,
      SweepTimes sweeping,
      @Value("${" + DELIVERY_TIMEOUT + "}") long deliveryMillis) {
    Duration delivery = Duration.ofMillis(deliveryMillis);
    if (!isCertain(publishing, sweeping, delivery)) {
      log.warn(
          "A command may reach Kafka after its copy, and make a second meeting:"
              + " convene.publishing.give-up-after ({}) and the producer's delivery.timeout.ms ({})"
              + " must together be less than convene.sweeping.first-after ({})",
          publishing.giveUpAfter(),
          delivery,
          sweeping.firstAfter());
    }
  }

  static boolean isCertain(
      PublishingProperties publishing, SweepTimes sweeping, Duration delivery) {
    return publishing.giveUpAfter().plus(delivery).compareTo(sweeping.firstAfter()) < 0;
  }
}
