package dev.convene.gateway.deadletters;

import dev.convene.gateway.deadletters.LetterView.Replay;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers which dead letters were sent again, when and by whom. */
@Component
class Replays {

  private static final String NOTE =
      """
      insert into replayed_letter (topic, partition, record_offset, action, subject, asked_at)
      select u.topic, u.partition, u.record_offset, $4, $5, $6
      from unnest($1::text[], $2::int[], $3::bigint[]) as u (topic, partition, record_offset)
      """;

  private static final String OF =
      """
      select r.topic, r.partition, r.record_offset, r.action, r.subject, r.asked_at, r.sent_at
      from replayed_letter r
      join unnest($1::text[], $2::int[], $3::bigint[]) as u (topic, partition, record_offset)
        using (topic, partition, record_offset)
      order by r.action
      """;

  private final DatabaseClient database;
  private final InstantSource clock;

  Replays(DatabaseClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Noted(String id, Replay replay) {}

  /** Before they are sent: what then gets lost on the way shows as not sent. */
  Mono<Void> note(List<LetterId> ids, long action, String subject) {
    return bound(NOTE, ids).bind(3, action).bind(4, subject).bind(5, clock.instant()).then();
  }

  Mono<Void> sent(long action) {
    return database
        .sql("update replayed_letter set sent_at = $2 where action = $1")
        .bind(0, action)
        .bind(1, clock.instant())
        .then();
  }

  /** By the letters' ids; nothing for those that were never sent again. */
  Mono<Map<String, List<Replay>>> of(List<LetterId> ids) {
    return bound(OF, ids)
        .map(Replays::noted)
        .all()
        .collect(
            HashMap::new,
            (all, noted) ->
                all.computeIfAbsent(noted.id(), _ -> new ArrayList<>()).add(noted.replay()));
  }

  private DatabaseClient.GenericExecuteSpec bound(String sql, List<LetterId> ids) {
    return database
        .sql(sql)
        .bind(0, ids.stream().map(id -> id.topic().name()).toArray(String[]::new))
        .bind(1, ids.stream().map(LetterId::partition).toArray(Integer[]::new))
        .bind(2, ids.stream().map(LetterId::offset).toArray(Long[]::new));
  }

  private static Noted noted(Readable row) {
    return new Noted(
        value(row, "topic", String.class)
            + ":"
            + value(row, "partition", Integer.class)
            + ":"
            + value(row, "record_offset", Long.class),
        new Replay(
            value(row, "action", Long.class),
            value(row, "subject", String.class),
            value(row, "asked_at", Instant.class),
            row.get("sent_at", Instant.class)));
  }

  private static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
