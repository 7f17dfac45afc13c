package dev.convene.gateway.outages;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Broker;
import dev.convene.gateway.servers.Database;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Gateway;
import dev.convene.gateway.servers.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A dead-letter topic has been forgotten: that is said, and nothing is lost until it is there. */
@ExtendWith(OutputCaptureExtension.class)
class MissingTopicIT {

  private static final String MISSING =
      Topics.deadLetter(Topics.CALENDAR_EVENTS, "gateway-service");

  @Test
  void itIsSaidInOneLineAndEventsWaitUntilTheTopicIsThere(CapturedOutput output)
      throws ExecutionException, InterruptedException {
    Broker broker = Broker.started();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin.deleteTopics(Set.of(MISSING)).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(MISSING));
      try (Gateway gateway = Gateway.started(Database.started(), broker.address())) {
        Api api = new Api(gateway);
        UUID id = api.schedule(aMeeting());
        new Topic(broker, Topics.WEBEX_EVENTS).write("r", new Events(id).refused(1));
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> output.getAll().contains("Kafka has no topic " + MISSING));
        assertThat(api.status(id)).isEqualTo("ACCEPTED");

        admin.createTopics(Set.of(new NewTopic(MISSING, 3, (short) 1))).all().get();

        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(api.status(id)).isEqualTo("FAILED"));
        assertThat(output.getAll().split("Kafka has no topic", -1)).hasSize(2);
      }
    } finally {
      broker.stop();
    }
  }
}
