package dev.convene.gateway.progress;

import dev.convene.gateway.progress.ProgressStore.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Keeps the small table of what waits, for operations to filter and to count. A meeting that goes
 * well costs nothing here.
 */
final class ParkedRows {

  private static final String PARK =
      """
      insert into parked (meeting_id, host, status, provider, step, reason_code, next_attempt_at)
      select m.id, m.host, u.status, u.provider, u.step, u.reason_code, u.next_attempt_at
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
        as u (id, status, provider, step, reason_code, next_attempt_at)
      join meeting m on m.id = u.id
      on conflict (meeting_id) do update
      set status = excluded.status, provider = excluded.provider, step = excluded.step,
          reason_code = excluded.reason_code, next_attempt_at = excluded.next_attempt_at
      """;

  private static final String LEAVE = "delete from parked where meeting_id = any($1)";

  private final DatabaseClient database;

  ParkedRows(DatabaseClient database) {
    this.database = database;
  }

  private record Parked(UUID id, Trouble trouble) {}

  Mono<Void> follow(List<Change> changes) {
    List<Parked> parked = new ArrayList<>();
    List<UUID> left = new ArrayList<>();
    for (Change change : changes) {
      change
          .progress()
          .trouble()
          .ifPresentOrElse(
              trouble -> parked.add(new Parked(change.id(), trouble)),
              () -> {
                if (change.wasParked()) {
                  left.add(change.id());
                }
              });
    }
    return park(parked).then(leave(left));
  }

  private Mono<Void> park(List<Parked> parked) {
    if (parked.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(PARK)
        .bind(0, parked.stream().map(Parked::id).toArray(UUID[]::new))
        .bind(1, texts(parked, trouble -> trouble.status().name()))
        .bind(2, texts(parked, trouble -> trouble.provider().id()))
        .bind(3, texts(parked, trouble -> trouble.fact().step().name().name()))
        .bind(4, texts(parked, Trouble::reasonCode))
        .bind(5, nextAttempts(parked))
        .then();
  }

  private static String[] texts(List<Parked> parked, Function<Trouble, String> text) {
    return parked.stream().map(Parked::trouble).map(text).toArray(String[]::new);
  }

  private static @Nullable Instant[] nextAttempts(List<Parked> parked) {
    return parked.stream().map(row -> row.trouble().fact().nextAttemptAt()).toArray(Instant[]::new);
  }

  private Mono<Void> leave(List<UUID> left) {
    return left.isEmpty()
        ? Mono.empty()
        : database.sql(LEAVE).bind(0, left.toArray(UUID[]::new)).then();
  }
}
