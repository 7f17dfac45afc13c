package dev.convene.gateway.outages;

import static dev.convene.gateway.servers.Requests.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Step;
import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Broker;
import dev.convene.gateway.servers.Database;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Gateway;
import dev.convene.gateway.servers.Outcomes;
import dev.convene.gateway.servers.Topic;
import java.time.Duration;
import java.util.List;
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

/**
 * The gateway ends after it has committed what it heard and before it has told anybody. Here it
 * cannot tell anybody, since the topic has gone.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnsaidOutcomesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PRODUCER =
      "spring.cloud.stream.kafka.bindings.commands-out-0.producer.configuration.";

  @Test
  void whatWasCommittedAndNotSaidIsSaidAfterTheRestart(CapturedOutput output)
      throws ExecutionException, InterruptedException {
    Broker broker = Broker.started();
    Database database = Database.started();
    Topic webex = new Topic(broker, Topics.WEBEX_EVENTS);
    UUID delayed;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      try (Gateway gateway =
          Gateway.started(
              database,
              broker.address(),
              PRODUCER + "delivery.timeout.ms=2500",
              PRODUCER + "request.timeout.ms=2000")) {
        Api api = new Api(gateway);
        UUID first = api.schedule(aMeeting());
        webex.write("r" + first, new Events(first).refused(1));
        await().atMost(PATIENCE).until(() -> api.status(first), "FAILED"::equals);

        admin.deleteTopics(Set.of(Topics.SCHEDULING_OUTCOMES)).all().get();
        await().until(() -> !admin.listTopics().names().get().contains(Topics.SCHEDULING_OUTCOMES));
        delayed = api.schedule(aMeeting());
        webex.write("d" + delayed, new Events(delayed).delayed(Step.CREATE_MEETING, 1));
        await().atMost(PATIENCE).until(() -> api.status(delayed), "DELAYED"::equals);
        await().atMost(PATIENCE).until(() -> output.getAll().contains("will be tried again"));
      }
      webex.write("r" + delayed, new Events(delayed).refused(9));

      try (Gateway gateway = Gateway.started(database, broker.address())) {
        await()
            .atMost(PATIENCE)
            .until(
                () -> output.getAll().contains("Kafka has no topic " + Topics.SCHEDULING_OUTCOMES));
        assertThat(new Api(gateway).status(delayed)).isEqualTo("DELAYED");
        admin
            .createTopics(Set.of(new NewTopic(Topics.SCHEDULING_OUTCOMES, 3, (short) 1)))
            .all()
            .get();

        Outcomes outcomes = new Outcomes(broker);
        List<String> all = List.of("1 outcome.delayed.v1", "2 outcome.failed.v1");
        await().atMost(PATIENCE).until(() -> outcomes.inShort(delayed), all::equals);
        assertThat(outcomes.about(delayed).getFirst().again()).isTrue();
      }
    } finally {
      broker.stop();
    }
  }
}
