package dev.convene.webex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A worker that dies after its calls and before its commit: its successor gets the batch again. */
class CrashIT {

  @Test
  void aSuccessorLooksBeforeItMakesWhatItsPredecessorMayHaveMade() throws Exception {
    try (Surroundings surroundings = new Surroundings();
        Topic topic = new Topic(surroundings.servers.brokers(), Topics.WEBEX_EVENTS);
        Admin admin = Admin.create(Map.of("bootstrap.servers", surroundings.servers.brokers()))) {
      SimulatedWebex webex = new SimulatedWebex(surroundings.simulators.webex());
      List<ScheduleMeeting> commands =
          IntStream.range(0, 20)
              .mapToObj(i -> Commands.schedule("host" + i + "@load.example"))
              .toList();
      try (var _ = surroundings.startService()) {
        commands.forEach(each -> topic.send(Topics.SCHEDULING_COMMANDS, each, false));
        commands.forEach(each -> topic.await(1, each.meetingId()));
      }

      forgetCommits(admin);
      int creations = webex.requests("POST", "/v1/meetings");
      try (var _ = surroundings.startService()) {
        commands.forEach(each -> topic.await(2, each.meetingId()));
      }

      assertThat(webex.requests("POST", "/v1/meetings")).isEqualTo(creations);
      for (ScheduleMeeting command : commands) {
        UUID id = command.meetingId();
        assertThat(webex.live(id)).hasSize(1);
        assertThat(topic.await(2, id))
            .extracting(event -> event.headers().get("ce_resent"))
            .endsWith("true");
      }
    }
  }

  /** As if the first service had died before it committed anything. */
  private static void forgetCommits(Admin admin) {
    await()
        .until(() ->
            admin
                .describeConsumerGroups(List.of("webex-service"))
                .all()
                .get()
                .get("webex-service")
                .members()
                .isEmpty());
    await()
        .ignoreExceptions()
        .until(() -> {
          Map<TopicPartition, OffsetAndMetadata> offsets =
              admin.listConsumerGroupOffsets("webex-service").partitionsToOffsetAndMetadata().get();
          admin
              .alterConsumerGroupOffsets(
                  "webex-service",
                  offsets.keySet().stream()
                      .collect(
                          Collectors.toMap(partition -> partition, _ -> new OffsetAndMetadata(0))))
              .all()
              .get();
          return true;
        });
  }
}
