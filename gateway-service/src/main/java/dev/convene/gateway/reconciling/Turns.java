package dev.convene.gateway.reconciling;

import dev.convene.contracts.Requester;
import dev.convene.gateway.progress.CheckTimes;
import dev.convene.gateway.progress.Progress;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Takes meetings to check: those that were disturbed first, and then others as far as it goes. */
@Component
class Turns {

  /** Another replica waits here for its turn, and then sees that this one has had it. */
  private static final String TAKE =
      "update check_turn set taken_at = $1 where taken_at <= $2 returning walked";

  /**
   * A check that comes to nothing is due again when it is no longer valid; each time twice as late.
   */
  private static final String CLAIM =
      """
      update meeting m
      set checks = checks + 1,
          check_at = case when checks + 1 < $2
              then $1 + $3::interval * power(2, least(checks, 10)) end
      from picked
      where m.id = picked.id
      returning m.id, m.host, m.requested_by::text as requested_by, m.start_at, m.end_at,
        m.progress::text as progress, m.checks
      """;

  private static final String DISTURBED =
      """
      with picked as (
        select id from meeting where check_at <= $1 and sweep_at is null
        order by check_at limit $4 for update skip locked
      )
      """
          + CLAIM;

  /** In the order of acceptance, which is the order of ids. */
  private static final String OTHERS =
      """
      with picked as (
        select id from meeting
        where id > $5 and id < $6 and sweep_at is null and checks = 0 and check_at is null
        order by id limit $4 for update skip locked
      )
      """
          + CLAIM;

  private static final String WALKED = "update check_turn set walked = $1";

  private static final String PUT_BACK =
      "update meeting set check_at = $2, checks = checks - 1 where id = any($1) and checks > 0";

  private final DatabaseClient database;
  private final JsonMapper mapper;
  private final TransactionalOperator transaction;
  private final ReconcilingProperties properties;
  private final CheckTimes times;

  Turns(
      DatabaseClient database,
      JsonMapper mapper,
      TransactionalOperator transaction,
      ReconcilingProperties properties,
      CheckTimes times) {
    this.database = database;
    this.mapper = mapper;
    this.transaction = transaction;
    this.properties = properties;
    this.times = times;
  }

  /** What to check now; nothing where it is not yet time for a turn. */
  Mono<List<Ended>> take(Instant now) {
    return database
        .sql(TAKE)
        .bind(0, now)
        .bind(1, now.minus(properties.turn()))
        .map(row -> Objects.requireNonNull(row.get("walked", UUID.class)))
        .one()
        .flatMap(walked -> disturbed(now).flatMap(first -> withOthers(first, walked, now)))
        .defaultIfEmpty(List.of())
        .as(transaction::transactional);
  }

  private Mono<List<Ended>> disturbed(Instant now) {
    return claim(DISTURBED, now, properties.perTurn()).map(this::ended).all().collectList();
  }

  private Mono<List<Ended>> withOthers(List<Ended> first, UUID walked, Instant now) {
    int room = properties.perTurn() - first.size();
    if (room <= 0 || !properties.walk()) {
      return Mono.just(first);
    }
    UUID oldest = firstIdAt(now.minus(properties.walkWithin()));
    UUID from = walked.toString().compareTo(oldest.toString()) > 0 ? walked : oldest;
    return claim(OTHERS, now, room)
        .bind(4, from)
        .bind(5, firstIdAt(now.minus(times.after())))
        .map(this::ended)
        .all()
        .collectList()
        .flatMap(others -> {
          if (others.isEmpty()) {
            return Mono.just(first);
          }
          first.addAll(others);
          UUID last =
              others.stream()
                  .map(Ended::id)
                  .max((a, b) -> text(a).compareTo(text(b)))
                  .orElseThrow();
          return database.sql(WALKED).bind(0, last).then().thenReturn(first);
        });
  }

  private DatabaseClient.GenericExecuteSpec claim(String sql, Instant now, int most) {
    return database
        .sql(sql)
        .bind(0, now)
        .bind(1, times.mostChecks())
        .bind(2, properties.validFor().toMillis() + " milliseconds")
        .bind(3, most);
  }

  /** These did not reach Kafka. */
  Mono<Void> putBack(List<UUID> ids, Instant until) {
    return database.sql(PUT_BACK).bind(0, ids.toArray(UUID[]::new)).bind(1, until).then();
  }

  private Ended ended(Readable row) {
    return new Ended(
        value(row, "id", UUID.class),
        value(row, "host", String.class),
        mapper.readValue(value(row, "requested_by", String.class), Requester.class),
        value(row, "start_at", Instant.class),
        value(row, "end_at", Instant.class),
        mapper.readValue(value(row, "progress", String.class), Progress.class),
        value(row, "checks", Integer.class));
  }

  private static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }

  /** The lowest id of version 7 that could have been given then. */
  private static UUID firstIdAt(Instant time) {
    return new UUID(time.toEpochMilli() << 16, 0);
  }

  /** PostgreSQL compares ids byte by byte, as texts compare, and not as Java does. */
  private static String text(UUID id) {
    return id.toString();
  }
}
