package dev.convene.gateway.progress;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes how far meetings are: many rows in one statement. */
@Component
public class ProgressStore {

  /** In the order of ids, so that two writers never wait for each other in a circle. */
  private static final String LOCK =
      "select id, progress::text as progress, sweeps, check_at, checks from meeting"
          + " where id = any($1) order by id for update";

  private static final String UPDATE =
      """
      update meeting as m
      set progress = u.progress::jsonb, status = u.status, revision = m.revision + 1,
          updated_at = $4, sweep_at = u.sweep_at, sweeps = 0, check_at = u.check_at
      from unnest($1::uuid[], $2::text[], $3::text[], $5::timestamptz[], $6::timestamptz[])
        as u (id, status, progress, sweep_at, check_at)
      where m.id = u.id
      """;

  private static final String NOTIFY = "select pg_notify('" + MeetingChannel.NAME + "', $1)";

  private final DatabaseClient database;
  private final JsonMapper mapper;
  private final ParkedRows parked;

  ProgressStore(DatabaseClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
    this.parked = new ParkedRows(database);
  }

  /**
   * A meeting's row as this feature sees it.
   *
   * @param copies of its command that were sent since the last progress
   * @param checkAt when it is to be checked, where it is
   * @param checks so far
   */
  record Row(UUID id, Progress progress, int copies, Optional<Instant> checkAt, int checks) {}

  /**
   * A row's new state.
   *
   * @param sweepAt absent: it has ended
   * @param checkAt absent: nothing is to be compared with the vendors
   * @param wasParked whether operations saw it as waiting before
   */
  public record Change(
      UUID id,
      Progress progress,
      Optional<Instant> sweepAt,
      Optional<Instant> checkAt,
      boolean wasParked) {}

  Flux<Row> lock(Collection<UUID> ids) {
    return database.sql(LOCK).bind(0, ids.toArray(UUID[]::new)).map(this::row).all();
  }

  /** Writes the changes of rows that this transaction has locked, and tells who watches. */
  public Mono<Void> write(List<Change> changes, Instant now) {
    if (changes.isEmpty()) {
      return Mono.empty();
    }
    Instant[] sweepAt = changes.stream().map(c -> c.sweepAt().orElse(null)).toArray(Instant[]::new);
    return database
        .sql(UPDATE)
        .bind(0, changes.stream().map(Change::id).toArray(UUID[]::new))
        .bind(1, changes.stream().map(c -> c.progress().status().name()).toArray(String[]::new))
        .bind(2, changes.stream().map(c -> json(c.progress())).toArray(String[]::new))
        .bind(3, now)
        .bind(4, sweepAt)
        .bind(5, changes.stream().map(c -> c.checkAt().orElse(null)).toArray(Instant[]::new))
        .then()
        .then(parked.follow(changes))
        .then(notifyWatchers(changes));
  }

  /** One notification carries at most 8000 bytes. */
  private Mono<Void> notifyWatchers(List<Change> changes) {
    List<String> payloads = new ArrayList<>();
    for (int from = 0; from < changes.size(); from += MeetingChannel.MOST_IDS) {
      int to = Math.min(changes.size(), from + MeetingChannel.MOST_IDS);
      payloads.add(
          MeetingChannel.payload(changes.subList(from, to).stream().map(Change::id).toList()));
    }
    return Flux.fromIterable(payloads)
        .concatMap(payload -> database.sql(NOTIFY).bind(0, payload).then())
        .then();
  }

  private Row row(Readable row) {
    UUID id = Objects.requireNonNull(row.get("id", UUID.class));
    return new Row(
        id,
        mapper.readValue(row.get("progress", String.class), Progress.class),
        Objects.requireNonNull(row.get("sweeps", Integer.class)),
        Optional.ofNullable(row.get("check_at", Instant.class)),
        Objects.requireNonNull(row.get("checks", Integer.class)));
  }

  private String json(Progress progress) {
    return mapper.writeValueAsString(progress);
  }
}
