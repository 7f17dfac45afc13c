package dev.convene.simulation;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.convene.worker.EndedMeetings;
import dev.convene.worker.SimulatedWorker;
import dev.convene.worker.StepHandler;
import dev.convene.worker.WaitingSteps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** A replica of a worker: one strand takes batches, one tries what is parked. */
final class Worker {

  private static final String SEND_TO = "spring.cloud.stream.sendto.destination";

  private final World world;
  private final Node node;
  private final Kafka kafka;
  private final Group group;
  private final WorkerDatabase database;
  private final String topic;
  private final Plant plant;
  private final SimulatedWorker worker;

  Worker(
      World world,
      Node node,
      Kafka kafka,
      Group group,
      WorkerDatabase database,
      String service,
      String topic,
      BiFunction<EndedMeetings, WaitingSteps, List<StepHandler<?>>> steps,
      Plant plant) {
    this.world = world;
    this.node = node;
    this.kafka = kafka;
    this.group = group;
    this.database = database;
    this.topic = topic;
    this.plant = plant;
    this.worker =
        new SimulatedWorker(
            service,
            (ended, waiting) -> PlantedStep.all(steps.apply(ended, waiting), plant, world),
            database,
            world,
            world.random(),
            new Strands(world, node),
            node::lease,
            this::publish,
            plant);
  }

  void start() {
    world.spawn(node, this::takeBatches);
    world.spawn(node, this::tryParked);
  }

  private void takeBatches() {
    Group.Member member =
        group.join(
            node,
            (partition, position) -> worker.assigned(partition, position, group.end(partition)));
    while (true) {
      List<Kafka.Rec> records = member.pollPatiently();
      try {
        batch(member, records);
      } catch (RuntimeException e) {
        world.point("before it rolls back");
        world.note(node, () -> "rolls its batch back: " + e.getMessage());
        member.rollBack();
        world.sleep(World.micros(world.random().nextInt(500, 5000)));
      }
    }
  }

  private void batch(Group.Member member, List<Kafka.Rec> records) {
    world.note(node, () -> "takes " + said(records));
    List<Kafka.Draft> out = worker.batch(message(records)).stream().map(this::draft).toList();
    world.point("before it commits its batch");
    world.moment();
    if (plant == Plant.OFFSETS_FIRST) {
      member.commitOffsets();
      world.point("between offsets and outcomes");
      kafka.append(out);
    } else {
      member.commit(out);
    }
    world.note(node, () -> "commits, and says " + out.stream().map(Worker::said).toList());
    world.point("after it commits its batch");
  }

  private void publish(Message<byte[]> message) {
    world.moment();
    world.point("before it publishes");
    try {
      kafka.reachedBy(node);
      kafka.append(List.of(draft(message)));
    } catch (Away e) {
      if (plant != Plant.PUBLISHING_FAILURE_IGNORED) {
        throw e;
      }
      return;
    }
    world.note(node, () -> "says " + said(draft(message)));
    world.point("after it publishes");
    world.moment();
    if (world.disturbances().strikes(Disturbance.UNSURE, () -> node + " is not told so")) {
      throw new Away("the broker's answer was lost");
    }
  }

  private void tryParked() {
    while (true) {
      WorkerDatabase.Row row = database.pick(node);
      if (row == null) {
        world.await(database.changes(), database.nextDue());
      } else {
        world.spawn(node, () -> run(row));
      }
    }
  }

  private void run(WorkerDatabase.Row row) {
    Instant start = world.instant();
    Execution execution = row.execution();
    world.note(node, () -> "tries the parked " + row.task() + " of " + row.instance());
    Runnable complete;
    try {
      complete = worker.runParked(row, execution, start, world);
    } catch (RuntimeException e) {
      world.point("before it notes a failure");
      world.note(node, () -> "fails: " + e.getMessage());
      note(row, execution.version);
      return;
    }
    try {
      database.statement(
          "completes a parked step",
          () -> {
            complete.run();
            return true;
          });
    } catch (Away e) {
      world.note(node, () -> "cannot complete a parked step: " + e.getMessage());
      row.letGo(execution.version);
    }
  }

  private void note(WorkerDatabase.Row row, long version) {
    long next = world.micros() + SimulatedWorker.retryLater().toNanos() / 1000;
    try {
      database.statement(
          "notes a failure",
          () -> {
            row.failed(version, next);
            return true;
          });
    } catch (Away _) {
      row.letGo(version);
    }
  }

  private static Message<List<byte[]>> message(List<Kafka.Rec> records) {
    List<String> topics = new ArrayList<>();
    List<Integer> partitions = new ArrayList<>();
    List<Long> offsets = new ArrayList<>();
    List<Long> arrived = new ArrayList<>();
    List<byte[]> keys = new ArrayList<>();
    List<Map<String, Object>> headers = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    for (Kafka.Rec each : records) {
      topics.add(each.partition().topic());
      partitions.add(each.partition().partition());
      offsets.add(each.offset());
      arrived.add(each.arrived().toEpochMilli());
      keys.add(each.key());
      headers.add(new LinkedHashMap<>(each.headers()));
      bodies.add(each.value());
    }
    return MessageBuilder.withPayload(bodies)
        .setHeader(KafkaHeaders.RECEIVED_TOPIC, topics)
        .setHeader(KafkaHeaders.RECEIVED_PARTITION, partitions)
        .setHeader(KafkaHeaders.OFFSET, offsets)
        .setHeader(KafkaHeaders.RECEIVED_TIMESTAMP, arrived)
        .setHeader(KafkaHeaders.RECEIVED_KEY, keys)
        .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
        .build();
  }

  private Kafka.Draft draft(Message<byte[]> message) {
    Map<String, byte[]> headers = new LinkedHashMap<>();
    message
        .getHeaders()
        .forEach((name, value) -> {
          if (value instanceof byte[] bytes && !name.startsWith("kafka_")) {
            headers.put(name, bytes);
          }
        });
    Object elsewhere = message.getHeaders().get(SEND_TO);
    byte[] key = (byte[]) message.getHeaders().get(KafkaHeaders.KEY);
    return new Kafka.Draft(
        elsewhere == null ? topic : elsewhere.toString(), key, headers, message.getPayload());
  }

  private static List<String> said(List<Kafka.Rec> records) {
    return records.stream()
        .map(it -> it.type() + "/" + it.subject() + (it.resent() ? " again" : ""))
        .toList();
  }

  private static String said(Kafka.Draft draft) {
    return new String(draft.headers().get("ce_type"), java.nio.charset.StandardCharsets.UTF_8)
        + "/"
        + new String(draft.headers().get("ce_subject"), java.nio.charset.StandardCharsets.UTF_8)
        + (draft.headers().containsKey("ce_resent") ? " again" : "");
  }
}
