package dev.convene.worker;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MessageType;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.defaults.messaging.MessageCodec;
import dev.convene.simulation.Plant;
import dev.convene.simulation.WorkerDatabase;
import dev.convene.simulation.World;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/** A worker put together as its auto-configuration does it, around models of what is outside. */
public final class SimulatedWorker {

  public static final MessageCodec<MeetingMessage> CODEC =
      new MessageCodec<>(
          JsonDefaults.mapper(), MeetingMessage.class, MessageType.catalogue(MeetingMessage.class));

  /** As {@link WorkerProperties} has them where nothing is set. */
  private static final WorkerProperties DEFAULTS =
      new WorkerProperties(
          Duration.ofSeconds(20),
          3,
          3,
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(25),
          new WorkerProperties.SlowMailboxProperties(
              8,
              Duration.ofMillis(500),
              Duration.ofMillis(500),
              3,
              Duration.ofMinutes(1),
              Duration.ofSeconds(45)),
          new WorkerProperties.ParkingProperties(
              Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofSeconds(1), 50));

  /** No operator takes a hand. */
  private static final Wishes NO_WISHES =
      new Wishes() {
        @Override
        public @Nullable Wish of(String meetingId) {
          return null;
        }

        @Override
        public void granted(Wish wish) {
          throw new IllegalStateException("there was no wish");
        }
      };

  private static final JsonTaskData JSON = new JsonTaskData(JsonDefaults.mapper());
  private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

  private final TriedBefore triedBefore = new TriedBefore();
  private final Batch batch;
  private final ParkedSteps parkedSteps;
  private final Plant plant;

  /**
   * @param steps makes the handlers, which share the worker's record of ended meetings and its view
   *     of what waits
   * @param publish publishes outside a batch, one message at a time
   */
  public SimulatedWorker(
      String service,
      java.util.function.BiFunction<EndedMeetings, WaitingSteps, List<StepHandler<?>>> steps,
      WorkerDatabase database,
      World world,
      RandomGenerator random,
      ExecutorService threads,
      Supplier<Lease> leases,
      Consumer<Message<byte[]>> publish,
      Plant plant) {
    this.plant = plant;
    Handlers handlers = new Handlers(steps.apply(ended(database, plant), waiting(database, plant)));
    StepRunner runner = new StepRunner(DEFAULTS, world, random, world::sleep, () -> false);
    SlowMailboxes slow = new SlowMailboxes(DEFAULTS.slowMailbox(), world);
    Outbound outbound = new Outbound(CODEC, world, service);
    Supplier<Lease> granted = plant == Plant.LEASE_NOT_CHECKED ? () -> () -> true : leases;
    this.batch =
        new Batch(
            CODEC,
            handlers,
            triedBefore,
            runner,
            new Lanes(DEFAULTS.mailboxConcurrency(), threads),
            parking(database, plant),
            outbound,
            new DeadLetters(service, world, METERS),
            granted,
            slow,
            world,
            DEFAULTS.batchBudget(),
            lateAfter(plant));
    Publisher publisher =
        (messages, resent) ->
            messages.forEach(message -> publish.accept(outbound.message(message, resent)));
    this.parkedSteps =
        new ParkedSteps(
            runner,
            handlers,
            CODEC,
            publisher,
            NO_WISHES,
            granted,
            slow,
            new Turns(DEFAULTS.mailboxConcurrency()),
            world);
  }

  public List<Message<byte[]>> batch(Message<List<byte[]>> records) {
    return batch.apply(records);
  }

  public void assigned(TopicPartition partition, long committed, long end) {
    long line = plant == Plant.NO_LINE ? 0 : Math.min(end, PartitionLines.reach(committed));
    triedBefore.assigned(partition, line);
  }

  /** Runs a parked step, and returns what is then to be done with its row. */
  public Runnable runParked(
      WorkerDatabase.Row row, Execution execution, Instant start, World world) {
    ExecutionOperations<ParkedStep> operations = row.operations(JSON::serialize);
    ParkedStep parked = JSON.deserialize(ParkedStep.class, row.data());
    CompletionHandler<ParkedStep> then = parkedSteps.run(parked, execution);
    return () ->
        then.complete(ExecutionComplete.success(execution, start, world.instant()), operations);
  }

  /** After a failure. */
  public static Duration retryLater() {
    return ParkedSteps.AFTER_A_FAULT_OF_OURS;
  }

  private static Duration lateAfter(Plant plant) {
    return switch (plant) {
      case LATE_NOT_NOTICED, COPIES_NOT_MARKED -> Duration.ofDays(100);
      default -> DEFAULTS.lateAfter();
    };
  }

  private static Parking parking(WorkerDatabase database, Plant plant) {
    return new Parking() {
      @Override
      public void park(List<Entry<?>> entries) {
        BooleanSupplier leaseLost = database.leaseWatch();
        for (Entry<?> entry : entries) {
          Work<?> work = entry.work();
          database.statement(
              "parks a step",
              () -> {
                if (leaseLost.getAsBoolean()) {
                  database.inTheWindow(work.identity().meetingId());
                }
                database.insert(
                    TaskNames.of(work.step()),
                    work.identity().meetingId(),
                    JSON.serialize(ParkedStep.of(entry, CODEC)),
                    entry.waiting().nextAttemptAt());
                return true;
              });
        }
      }

      @Override
      public Set<Work.Identity> parkedAmong(List<Work.Identity> identities) {
        Set<Work.Identity> found = new HashSet<>();
        if (identities.isEmpty() || plant == Plant.PARKED_NOT_FOUND) {
          return found;
        }
        return database.statement(
            "looks for parked steps",
            () -> {
              for (Work.Identity each : identities) {
                if (database.isParked(TaskNames.of(each.step()), each.meetingId())) {
                  found.add(each);
                }
              }
              return found;
            });
      }
    };
  }

  private static WaitingSteps waiting(WorkerDatabase database, Plant plant) {
    return (meetingId, step) -> {
      String task = TaskNames.of(step);
      String instance = meetingId.toString();
      if (plant == Plant.WAITING_NOT_TAKEN_AWAY) {
        return new WaitingSteps.Found.Nothing();
      }
      return database.statement(
          "takes away what waits",
          () -> {
            WorkerDatabase.Taken taken = database.take(task, instance);
            if (taken == null) {
              return database.isParked(task, instance)
                  ? new WaitingSteps.Found.Running()
                  : new WaitingSteps.Found.Nothing();
            }
            ParkedStep parked = JSON.deserialize(ParkedStep.class, taken.data());
            return new WaitingSteps.Found.Taken(
                parked.possiblyTriedAfter(taken.failures() > 0 ? taken.lastFailure() : null));
          });
    };
  }

  private static EndedMeetings ended(WorkerDatabase database, Plant plant) {
    return new EndedMeetings() {
      @Override
      public boolean contains(UUID meetingId) {
        return plant != Plant.ENDED_NOT_CONSULTED
            && database.statement("reads what has ended", () -> database.hasEnded(meetingId));
      }

      @Override
      public void add(UUID meetingId) {
        database.statement(
            "notes that a meeting has ended",
            () -> {
              if (plant != Plant.ENDED_NOT_NOTED) {
                database.end(meetingId);
              }
              return true;
            });
      }
    };
  }
}
