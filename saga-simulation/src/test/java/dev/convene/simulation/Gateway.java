package dev.convene.simulation;

import dev.convene.contracts.CancelMeeting;
import dev.convene.contracts.Requester;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Topics;
import dev.convene.gateway.kafka.GatewayOutlet;
import dev.convene.gateway.progress.Cancellation;
import dev.convene.gateway.progress.SimulatedProjection;
import dev.convene.gateway.progress.SweepTimes;
import dev.convene.gateway.publishing.Commands;
import dev.convene.gateway.publishing.GatewayCommands;
import dev.convene.gateway.sweeping.SimulatedSweeper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A replica of the gateway: it accepts, sweeps, and folds events into rows. */
final class Gateway {

  static final SweepTimes TIMES =
      new SweepTimes(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofMinutes(2));

  private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

  private final World world;
  private final Node node;
  private final Kafka kafka;
  private final Group group;
  private final GatewayDatabase database;
  private final Plant plant;
  private final Commands commands;
  private final Consumer<List<ConsumerRecord<byte[], byte[]>>> projection;
  private final Runnable sweep;

  Gateway(World world, Node node, Kafka kafka, Group group, GatewayDatabase database, Plant plant) {
    this.world = world;
    this.node = node;
    this.kafka = kafka;
    this.group = group;
    this.database = database;
    this.plant = plant;
    GatewayOutlet outlet = new GatewayOutlet(this::send);
    this.commands = GatewayCommands.through(outlet, world);
    this.projection = SimulatedProjection.on(database, TIMES, outlet, world, METERS, plant);
    this.sweep = SimulatedSweeper.on(database, commands, TIMES, world, METERS);
  }

  Node node() {
    return node;
  }

  void start() {
    world.spawn(node, this::project);
    if (plant != Plant.NO_SWEEPER) {
      world.spawn(node, this::sweep);
    }
  }

  /** Takes a request: first the row, then the command. */
  void accept(ScheduleMeeting command) {
    world.spawn(
        node,
        () -> {
          try {
            database.reach("accepts");
            database.insert(command, TIMES.firstAfter());
            database.committed("accepts");
          } catch (Away _) {
            return;
          }
          if (world
              .disturbances()
              .strikes(
                  Disturbance.SLOW_COMMAND,
                  () -> "the command of " + command.meetingId() + " is slow")) {
            // As long as it may wait for the producer, and then in it.
            world.sleep(World.micros(world.random().nextInt(1000, 28_500)));
          }
          var _ = commands.send(command, false, null); // the sweeper will
        });
  }

  /** Takes a request to cancel: first the row, then the command, where it may be sent. */
  void cancel(UUID meetingId) {
    world.spawn(
        node,
        () -> {
          GatewayDatabase.Row row = database.row(meetingId);
          if (row == null) {
            return; // it was not accepted
          }
          CancelMeeting command;
          try {
            database.reach("is asked to cancel");
            command = begun(meetingId, row);
            database.committed("is asked to cancel");
          } catch (Away _) {
            return;
          }
          if (command == null) {
            return;
          }
          if (world
              .disturbances()
              .strikes(Disturbance.SLOW_COMMAND, () -> "the cancel of " + meetingId + " is slow")) {
            world.sleep(World.micros(world.random().nextInt(1000, 28_500)));
          }
          var _ = commands.send(command, false, null); // the sweeper will
        });
  }

  /** The command, where this is what begins it and it may be sent at once. */
  private @Nullable CancelMeeting begun(UUID id, GatewayDatabase.Row row) {
    Requester who = new Requester("alice@contoso.example", null);
    Cancellation wanted = new Cancellation(who, world.instant(), "Sorry");
    return SimulatedProjection.begin(database, row, wanted, TIMES, world)
            && (row.progress().isHeardOf() || plant == Plant.CANCEL_NOT_HELD_BACK)
        ? wanted.command(id, row.command().requestedBy(), row.command().details(), row.progress())
        : null;
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    if (record.topic().equals(Topics.SCHEDULING_OUTCOMES)) {
      say(record);
    } else {
      command(record);
    }
  }

  private void say(ProducerRecord<byte[], byte[]> record) {
    Map<String, byte[]> headers = headers(record);
    if (plant == Plant.OUTCOMES_SAID_ONCE && headers.containsKey("ce_resent")) {
      return;
    }
    kafka.reachedBy(node);
    kafka.append(List.of(draft(record, headers)));
  }

  private static Kafka.Draft draft(
      ProducerRecord<byte[], byte[]> record, Map<String, byte[]> headers) {
    return new Kafka.Draft(record.topic(), record.key(), headers, record.value());
  }

  private static Map<String, byte[]> headers(ProducerRecord<byte[], byte[]> record) {
    Map<String, byte[]> headers = new LinkedHashMap<>();
    record.headers().forEach(header -> headers.put(header.key(), header.value()));
    return headers;
  }

  private void command(ProducerRecord<byte[], byte[]> record) {
    Map<String, byte[]> headers = headers(record);
    boolean copy = headers.containsKey("ce_resent");
    if (plant == Plant.COPIES_NOT_MARKED) {
      headers.remove("ce_resent");
    }
    world.moment();
    world.point("before it sends a command");
    kafka.reachedBy(node);
    kafka.append(List.of(draft(record, headers)));
    world.note(node, () -> "sends a command" + (copy ? " again" : ""));
    world.point("after it sends a command");
    world.moment();
    if (world.disturbances().strikes(Disturbance.UNSURE, () -> node + " is not told so")) {
      throw new Away("the broker's answer was lost");
    }
  }

  private void project() {
    Group.Member member = group.join(node, (_, _) -> {});
    while (true) {
      List<Kafka.Rec> records = member.pollPatiently();
      try {
        projection.accept(records.stream().map(Gateway::record).toList());
        world.point("before it commits offsets");
        member.commitOffsets();
        world.moment();
      } catch (RuntimeException e) {
        world.point("before it rolls back");
        member.rollBack();
        world.sleep(World.micros(world.random().nextInt(500, 5000)));
      }
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(Kafka.Rec from) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            from.partition().topic(),
            from.partition().partition(),
            from.offset(),
            from.key(),
            from.value());
    from.headers().forEach((name, value) -> record.headers().add(name, value));
    return record;
  }

  private void sweep() {
    while (true) {
      long due = database.nextSweep();
      if (due > world.micros()) {
        world.await(database.changes(), due);
      } else {
        try {
          sweep.run();
        } catch (RuntimeException _) {
          world.point("after a failed sweep");
        }
        world.sleep(World.micros(1000));
      }
    }
  }
}
