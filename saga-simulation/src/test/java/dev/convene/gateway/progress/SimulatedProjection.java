package dev.convene.gateway.progress;

import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.gateway.kafka.GatewayOutlet;
import dev.convene.simulation.GatewayDatabase;
import dev.convene.simulation.Plant;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The gateway's projection on a simulated table. */
public final class SimulatedProjection {

  private static final EventReader READER = new EventReader(JsonDefaults.mapper());

  /** As they are where nothing is set. */
  private static final CheckTimes CHECKS =
      new CheckTimes(Duration.ofMinutes(15), Duration.ofHours(1), 8);

  private SimulatedProjection() {}

  public static Consumer<List<ConsumerRecord<byte[], byte[]>>> on(
      GatewayDatabase database,
      SweepTimes times,
      GatewayOutlet outlet,
      InstantSource clock,
      MeterRegistry metrics,
      Plant plant) {
    Projection projection =
        new Projection(
            READER,
            new Store(database, plant),
            new Folding(times, new Disturbances(CHECKS)),
            new OutcomeTopic(outlet, clock, JsonDefaults.mapper(), metrics),
            new CheckResults(metrics),
            outlet.deadLetters(clock, metrics),
            new Transactions(database),
            clock,
            metrics);
    return projection::handle;
  }

  /** Whether this begins the cancellation of a meeting. */
  public static boolean begin(
      GatewayDatabase database,
      GatewayDatabase.Row row,
      Cancellation wanted,
      SweepTimes times,
      InstantSource clock) {
    Instant now = clock.instant();
    Store store = new Store(database, Plant.NONE);
    return Cancellation.begun(Store.row(row), row.acceptedAt(), times, now)
        .map(change -> {
          store.write(List.of(change), now).block();
          database.cancel(change.id(), wanted);
          return true;
        })
        .orElse(false);
  }

  private record Store(GatewayDatabase database, Plant plant) implements ProgressStore {

    @Override
    public Flux<Row> lock(Collection<UUID> ids) {
      return Flux.defer(() -> {
        database.reach("folds events");
        return Flux.fromStream(
            ids.stream().map(database::row).filter(Objects::nonNull).map(Store::row));
      });
    }

    private static Row row(GatewayDatabase.Row row) {
      return new Row(
          row.command().meetingId(),
          row.command().host(),
          row.progress(),
          row.sweeps(),
          row.checkAt(),
          0,
          row.outcomes());
    }

    @Override
    public Mono<Void> write(List<Change> changes, Instant now) {
      return Mono.fromRunnable(() -> {
        for (Change change : changes) {
          database.write(
              change.id(),
              change.progress(),
              status(change.progress()),
              now,
              change.sweepAt().orElse(null),
              change.checkAt(),
              change.outcomes());
        }
      });
    }

    private MeetingStatus status(Progress progress) {
      return plant == Plant.LAST_EVENT_WINS
          ? new Progress(1, List.of(progress.facts().getLast())).status()
          : progress.status();
    }
  }

  private record Transactions(GatewayDatabase database) implements TransactionalOperator {

    @Override
    public <T> Mono<T> transactional(Mono<T> mono) {
      return mono.doOnSuccess(_ -> database.committed("folds events"));
    }

    @Override
    public <T> Flux<T> execute(TransactionCallback<T> action) {
      throw new UnsupportedOperationException("the projection has no use for it");
    }
  }
}
