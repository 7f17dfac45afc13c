package dev.convene.gateway.meetings;

import dev.convene.contracts.MeetingDetails;
import dev.convene.gateway.progress.Progress;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads meetings. */
@Component
public class MeetingStore {

  private static final String SELECT =
      "select id, request::text as request, progress::text as progress, revision, accepted_at,"
          + " updated_at from meeting";

  private final DatabaseClient database;
  private final JsonMapper mapper;

  MeetingStore(DatabaseClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** The meeting, or empty where there is none. */
  public Mono<Meeting> find(UUID id) {
    return database.sql(SELECT + " where id = $1").bind(0, id).map(this::meeting).one();
  }

  /** Those that there are of these, the newest first. */
  public Mono<List<Meeting>> findAll(List<UUID> ids) {
    return database
        .sql(SELECT + " where id = any($1) order by id desc")
        .bind(0, ids.toArray(UUID[]::new))
        .map(this::meeting)
        .all()
        .collectList();
  }

  /** The newest first. */
  Flux<Meeting> list(MeetingFilter filter, int most) {
    Conditions conditions = filter.conditions();
    GenericExecuteSpec query =
        database.sql(SELECT + conditions.where() + " order by id desc limit " + most);
    for (int i = 0; i < conditions.values().size(); i++) {
      query = query.bind(i, conditions.values().get(i));
    }
    return query.map(this::meeting).all();
  }

  private Meeting meeting(Readable row) {
    return new Meeting(
        value(row, "id", UUID.class),
        mapper.readValue(value(row, "request", String.class), MeetingDetails.class),
        mapper.readValue(value(row, "progress", String.class), Progress.class),
        value(row, "revision", Integer.class),
        value(row, "accepted_at", Instant.class),
        value(row, "updated_at", Instant.class));
  }

  private static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
