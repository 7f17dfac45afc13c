package dev.convene.gateway.operations;

import dev.convene.gateway.meetings.Conditions;
import dev.convene.gateway.meetings.Meeting;
import dev.convene.gateway.meetings.MeetingStore;
import dev.convene.gateway.operations.Summary.Group;
import dev.convene.gateway.progress.MeetingStatus;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what waits. */
@Component
class ParkedStore {

  private static final String GROUPS =
      """
      select provider, status, reason_code, count(*) as n, min(next_attempt_at) as next
      from parked group by provider, status, reason_code order by n desc limit 200
      """;

  private final DatabaseClient database;
  private final MeetingStore meetings;

  ParkedStore(DatabaseClient database, MeetingStore meetings) {
    this.database = database;
    this.meetings = meetings;
  }

  /** The newest request first. */
  Mono<List<Meeting>> list(ParkedFilter filter, int most) {
    return ids(filter, most).flatMap(meetings::findAll);
  }

  /** The newest request first. */
  Mono<List<UUID>> ids(ParkedFilter filter, int most) {
    Conditions conditions = filter.conditions();
    GenericExecuteSpec query =
        database.sql(
            "select p.meeting_id as id from parked p"
                + conditions.where()
                + " order by p.meeting_id desc limit "
                + most);
    for (int i = 0; i < conditions.values().size(); i++) {
      query = query.bind(i, conditions.values().get(i));
    }
    return query.map(row -> value(row, "id", UUID.class)).all().collectList();
  }

  Mono<Long> count() {
    return database
        .sql("select count(*) as n from parked")
        .map(row -> value(row, "n", Long.class))
        .one();
  }

  Mono<List<Group>> groups() {
    return database.sql(GROUPS).map(ParkedStore::group).all().collectList();
  }

  private static Group group(Readable row) {
    return new Group(
        value(row, "provider", String.class),
        MeetingStatus.valueOf(value(row, "status", String.class)),
        value(row, "reason_code", String.class),
        value(row, "n", Long.class),
        row.get("next", Instant.class));
  }

  private static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
