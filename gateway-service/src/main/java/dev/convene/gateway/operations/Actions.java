package dev.convene.gateway.operations;

import dev.convene.contracts.MessageType;
import dev.convene.contracts.TopicMessage;
import dev.convene.gateway.access.Caller;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The record of what operators did, which is also the outbox for what the workers must be told. */
@Component
public class Actions {

  private static final String NOTE =
      """
      insert into operator_action (number, made_at, subject, client, email, kind, reason, targets,
          messages)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb)
      """;

  private static final String LIST =
      """
      select number, made_at, subject, client, email, kind, reason, targets, told_at
      from operator_action
      where number < $1 and ($2::text is null or kind = $2) order by number desc limit $3
      """;

  private final DatabaseClient database;
  private final JsonMapper mapper;
  private final InstantSource clock;

  Actions(DatabaseClient database, JsonMapper mapper, InstantSource clock) {
    this.database = database;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** A message in the outbox. */
  record Message(String type, JsonNode body) {}

  /** The number for the next action. */
  public Mono<Long> number() {
    return database
        .sql("select nextval('operator_action_number') as n")
        .map(row -> value(row, "n", Long.class))
        .one();
  }

  /** Notes an action, in the transaction of whatever goes with it. */
  public Mono<Void> note(
      long number,
      Caller caller,
      Kind kind,
      @Nullable String reason,
      List<String> targets,
      List<? extends TopicMessage> messages) {
    return database
        .sql(NOTE)
        .bind(0, number)
        .bind(1, clock.instant())
        .bind(2, caller.requester().subject())
        .bind(3, text(caller.requester().client()))
        .bind(4, text(caller.requester().email()))
        .bind(5, kind.name())
        .bind(6, text(reason))
        .bind(7, targets.toArray(String[]::new))
        .bind(8, text(messages.isEmpty() ? null : json(messages)))
        .then();
  }

  /** That Kafka has what belongs to it. */
  public Mono<Void> told(long number) {
    return database
        .sql("update operator_action set messages = null, told_at = $2 where number = $1")
        .bind(0, number)
        .bind(1, clock.instant())
        .then();
  }

  /** The newest first, before {@code before}. */
  Mono<List<Action>> list(@Nullable Kind kind, long before, int most) {
    return database
        .sql(LIST)
        .bind(0, before)
        .bind(1, text(kind == null ? null : kind.name()))
        .bind(2, most)
        .map(Actions::action)
        .all()
        .collectList();
  }

  private String json(List<? extends TopicMessage> messages) {
    return mapper.writeValueAsString(
        messages.stream()
            .map(message ->
                new Message(MessageType.of(message).typeName(), mapper.valueToTree(message)))
            .toList());
  }

  private static Action action(Readable row) {
    return new Action(
        value(row, "number", Long.class),
        Kind.valueOf(value(row, "kind", String.class)),
        value(row, "made_at", Instant.class),
        Person.of(row),
        row.get("reason", String.class),
        Arrays.asList(value(row, "targets", String[].class)),
        row.get("told_at", Instant.class));
  }

  private static Object text(@Nullable String value) {
    return value == null ? Parameters.in(R2dbcType.VARCHAR) : Parameters.in(value);
  }

  private static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
