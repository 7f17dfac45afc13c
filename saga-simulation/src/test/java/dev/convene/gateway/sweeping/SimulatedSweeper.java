package dev.convene.gateway.sweeping;

import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.SchedulingCommand;
import dev.convene.gateway.progress.Cancellation;
import dev.convene.gateway.progress.SweepTimes;
import dev.convene.gateway.publishing.Commands;
import dev.convene.simulation.GatewayDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** The gateway's sweeper on a simulated table, one round at a time. */
public final class SimulatedSweeper {

  /** As {@link SweepingProperties} has them where nothing is set. */
  private static final SweepingProperties DEFAULTS =
      new SweepingProperties(
          Duration.ofSeconds(1), 500, Duration.ofSeconds(30), Duration.ofSeconds(10));

  private SimulatedSweeper() {}

  public static Runnable on(
      GatewayDatabase database,
      Commands commands,
      SweepTimes times,
      InstantSource clock,
      MeterRegistry metrics) {
    Sweeper sweeper =
        new Sweeper(new Table(database, times), commands, times, DEFAULTS, clock, metrics);
    return sweeper::sweep;
  }

  private record Table(GatewayDatabase database, SweepTimes times) implements Claims {

    @Override
    public Mono<List<Claimed>> claim(Instant now, Instant until) {
      return Mono.fromSupplier(() -> {
        database.reach("claims what is due");
        List<Claimed> claimed = new ArrayList<>();
        for (GatewayDatabase.Row row : database.due(now, DEFAULTS.batch())) {
          boolean waits =
              database.waits(row, now.minus(times.firstAfter()), DEFAULTS.overtakenBy());
          database.sweepAt(row, waits ? now.plus(times.firstAfter()) : until);
          claimed.add(new Claimed(command(row), row.sweeps(), waits));
        }
        database.committed("claims what is due");
        return claimed;
      });
    }

    private static SchedulingCommand command(GatewayDatabase.Row row) {
      ScheduleMeeting schedule = row.command();
      Cancellation wanted = row.cancellation();
      return wanted == null
          ? schedule
          : wanted.command(
              schedule.meetingId(), schedule.requestedBy(), schedule.details(), row.progress());
    }

    @Override
    public Mono<Void> settle(List<Settled> settled, Instant claimedUntil) {
      return Mono.fromRunnable(() -> {
        database.reach("settles its claims");
        for (Settled each : settled) {
          database.settle(each.id(), claimedUntil, each.sweepAt(), each.copies());
        }
        database.committed("settles its claims");
      });
    }
  }
}
