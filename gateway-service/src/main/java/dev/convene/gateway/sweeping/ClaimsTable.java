package dev.convene.gateway.sweeping;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Requester;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.SchedulingCommand;
import dev.convene.gateway.progress.Cancellation;
import dev.convene.gateway.progress.Progress;
import dev.convene.gateway.progress.SweepTimes;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Claims in the table of meetings. */
@Component
class ClaimsTable implements Claims {

  /**
   * Rows that another replica is taking are skipped. A meeting of which nothing has been heard is
   * only waiting its turn as long as the workers are moving and have not come to anything that was
   * accepted later: it is put off, not sent. What the newest is, is asked once, and only where
   * something is due; one that is being cancelled may have been changed by that alone.
   */
  private static final String CLAIM =
      """
      with due as (
        select id, revision, accepted_at from meeting where sweep_at <= $1
        order by sweep_at limit $2 for update skip locked
      ), newest as materialized (
        select accepted_at, updated_at from meeting
        where revision > 0 and status <> 'CANCELLING' order by id desc limit 1
      )
      update meeting m
      set sweep_at = case when w.waits then $5 else $3 end
      from due cross join lateral (
        select exists (
          select 1 from newest n
          where due.revision = 0
            and n.updated_at > $4 and n.accepted_at < due.accepted_at + $6::interval) as waits
      ) as w
      where m.id = due.id
      returning m.id, m.request::text as request, m.requested_by::text as requested_by,
        m.cancellation::text as cancellation, m.progress::text as progress, m.sweeps, w.waits
      """;

  /** Leaves alone what has seen progress, and so a time of its own, since the claim. */
  private static final String SETTLE =
      """
      update meeting m set sweep_at = u.sweep_at, sweeps = u.sweeps
      from unnest($1::uuid[], $2::timestamptz[], $3::int[]) as u (id, sweep_at, sweeps)
      where m.id = u.id and m.sweep_at = $4
      """;

  private final DatabaseClient database;
  private final JsonMapper mapper;
  private final SweepingProperties properties;
  private final SweepTimes times;

  ClaimsTable(
      DatabaseClient database, JsonMapper mapper, SweepingProperties properties, SweepTimes times) {
    this.database = database;
    this.mapper = mapper;
    this.properties = properties;
    this.times = times;
  }

  @Override
  public Mono<List<Claimed>> claim(Instant now, Instant until) {
    return database
        .sql(CLAIM)
        .bind(0, now)
        .bind(1, properties.batch())
        .bind(2, until)
        .bind(3, now.minus(times.firstAfter()))
        .bind(4, now.plus(times.firstAfter()))
        .bind(5, properties.overtakenBy().toMillis() + " milliseconds")
        .map(this::claimed)
        .all()
        .collectList();
  }

  @Override
  public Mono<Void> settle(List<Settled> settled, Instant claimedUntil) {
    return database
        .sql(SETTLE)
        .bind(0, column(settled, Settled::id).toArray(UUID[]::new))
        .bind(1, column(settled, Settled::sweepAt).toArray(Instant[]::new))
        .bind(2, column(settled, Settled::copies).toArray(Integer[]::new))
        .bind(3, claimedUntil)
        .then();
  }

  private Claimed claimed(Readable row) {
    return new Claimed(
        command(row), value(row, "sweeps", Integer.class), value(row, "waits", Boolean.class));
  }

  private SchedulingCommand command(Readable row) {
    UUID id = value(row, "id", UUID.class);
    MeetingDetails details = read(value(row, "request", String.class), MeetingDetails.class);
    String cancellation = row.get("cancellation", String.class);
    Requester requestedBy = read(value(row, "requested_by", String.class), Requester.class);
    return cancellation == null
        ? new ScheduleMeeting(id, 1, requestedBy, details)
        : read(cancellation, Cancellation.class)
            .command(
                id,
                requestedBy,
                details,
                read(value(row, "progress", String.class), Progress.class));
  }

  private <T> T read(String json, Class<T> type) {
    return mapper.readValue(json, type);
  }

  private static <T> List<T> column(List<Settled> settled, Function<Settled, T> value) {
    return settled.stream().map(value).toList();
  }

  private static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
