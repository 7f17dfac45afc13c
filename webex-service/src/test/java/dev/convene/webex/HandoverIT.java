package dev.convene.webex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What a worker leaves to its successor: in good order, or in the middle of a transaction. */
class HandoverIT {

  private static final String INSTANCE = "the-same-again";

  @Test
  void afterAStopInGoodOrderNothingIsLookedFor() throws Exception {
    try (Surroundings surroundings = new Surroundings();
        Topic topic = new Topic(surroundings.servers.brokers(), Topics.WEBEX_EVENTS)) {
      SimulatedWebex webex = new SimulatedWebex(surroundings.simulators.webex());
      try (var _ = surroundings.startService()) {
        sent(topic).forEach(each -> topic.await(1, each.meetingId()));
      }
      int lookUps = webex.requests("GET", "/v1/meetings");
      List<ScheduleMeeting> meanwhile = sent(topic);

      try (var _ = surroundings.startService()) {
        meanwhile.forEach(each -> topic.await(1, each.meetingId()));
      }

      assertThat(webex.requests("GET", "/v1/meetings")).isEqualTo(lookUps);
      assertThat(webex.requests("POST", "/v1/meetings")).isEqualTo(40);
    }
  }

  @Test
  void whatAKilledProcessLeftOpenIsEndedByItsSuccessor() throws Exception {
    try (Surroundings surroundings = new Surroundings();
        Topic topic = new Topic(surroundings.servers.brokers(), Topics.WEBEX_EVENTS);
        Admin admin = Admin.create(brokers(surroundings));
        var _ = killedInATransaction(surroundings)) {
      List<ScheduleMeeting> commands = sent(topic);

      try (var _ = surroundings.startService("--INSTANCE_ID=" + INSTANCE)) {
        // Kafka would time the transaction out after ten minutes.
        commands.forEach(each -> topic.await(1, each.meetingId()));
      }

      assertThat(admin.listTransactions().all().get())
          .noneMatch(each -> each.state() == TransactionState.ONGOING);
    }
  }

  private static List<ScheduleMeeting> sent(Topic topic) {
    List<ScheduleMeeting> commands =
        IntStream.range(0, 20)
            .mapToObj(i -> Commands.schedule("host" + i + "@load.example"))
            .toList();
    commands.forEach(each -> topic.send(Topics.SCHEDULING_COMMANDS, each, false));
    return commands;
  }

  /** With offsets of all partitions in it, and nobody to end it. */
  private static KafkaProducer<byte[], byte[]> killedInATransaction(Surroundings surroundings) {
    Map<String, Object> settings = new HashMap<>(brokers(surroundings));
    settings.put("transactional.id", "webex-service-" + INSTANCE + "-7");
    settings.put("transaction.timeout.ms", 600_000);
    var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (int partition = 0; partition < 3; partition++) {
      offsets.put(
          new TopicPartition(Topics.SCHEDULING_COMMANDS, partition), new OffsetAndMetadata(0));
    }
    Map<String, Object> group = new HashMap<>(brokers(surroundings));
    group.put("group.id", "webex-service");
    try (var member =
        new KafkaConsumer<>(group, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      producer.sendOffsetsToTransaction(offsets, member.groupMetadata());
    }
    producer.flush();
    return producer;
  }

  private static Map<String, Object> brokers(Surroundings surroundings) {
    return Map.of("bootstrap.servers", surroundings.servers.brokers());
  }
}
