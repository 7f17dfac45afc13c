package dev.convene.gateway.meetings;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Requester;
import dev.convene.gateway.access.Reach;
import dev.convene.gateway.progress.Cancellation;
import dev.convene.gateway.progress.Progress;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads meetings. */
@Component
public class MeetingStore {

  private static final String COLUMNS =
      "id, requested_by::text as requested_by, request::text as request, progress::text as progress,"
          + " revision, accepted_at, updated_at, cancellation::text as cancellation";

  private static final String SELECT = "select " + COLUMNS + " from meeting";

  /** What is not the caller's is not read at all, unless the caller sees everything. */
  private static final String SEE =
      "select "
          + COLUMNS
          + ", (owner = $2 or host = $3) as own from meeting"
          + " where id = $1 and ($4 or owner = $2 or host = $3)";

  private final DatabaseClient database;
  private final JsonMapper mapper;

  MeetingStore(DatabaseClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /**
   * A meeting as somebody sees it.
   *
   * @param own whether it is the caller's own, and not only within sight
   */
  public record Seen(Meeting meeting, boolean own) {}

  /** The meeting, or empty where there is none within reach. */
  public Mono<Seen> find(UUID id, Reach reach) {
    return database
        .sql(SEE)
        .bind(0, id)
        .bind(1, reach.owner())
        .bind(2, reach.mailbox())
        .bind(3, reach.everything())
        .map(row -> new Seen(meeting(row), value(row, "own", Boolean.class)))
        .one();
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

  /** Those within reach, the newest first. */
  Flux<Meeting> list(MeetingFilter filter, Reach reach, int most) {
    Conditions conditions = filter.conditions();
    String newest = " order by id desc limit " + most;
    String selected =
        reach.everything()
            ? conditions.where()
            : " where id in (" + ownIds(conditions, reach, newest) + ")";
    GenericExecuteSpec query = database.sql(SELECT + selected + newest);
    for (int i = 0; i < conditions.values().size(); i++) {
      query = query.bind(i, conditions.values().get(i));
    }
    return query.map(this::meeting).all();
  }

  /**
   * For each way to be one's own the newest, from an index of its own; one query over both would
   * scan.
   */
  private static String ownIds(Conditions conditions, Reach reach, String newest) {
    String ids = "(select id from meeting%s" + newest + ")";
    String askedFor =
        ids.formatted(conditions.whereAlso("owner = " + conditions.placeFor(reach.owner())));
    if (reach.mailbox().isEmpty()) {
      return askedFor;
    }
    String hosted =
        ids.formatted(conditions.whereAlso("host = " + conditions.placeFor(reach.mailbox())));
    return askedFor + " union " + hosted;
  }

  private Meeting meeting(Readable row) {
    return new Meeting(
        value(row, "id", UUID.class),
        mapper.readValue(value(row, "requested_by", String.class), Requester.class),
        mapper.readValue(value(row, "request", String.class), MeetingDetails.class),
        mapper.readValue(value(row, "progress", String.class), Progress.class),
        value(row, "revision", Integer.class),
        value(row, "accepted_at", Instant.class),
        value(row, "updated_at", Instant.class),
        cancellation(row));
  }

  private @Nullable Cancellation cancellation(Readable row) {
    String json = row.get("cancellation", String.class);
    return json == null ? null : mapper.readValue(json, Cancellation.class);
  }

  private static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
