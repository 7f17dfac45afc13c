package dev.convene.gateway.operations;

import dev.convene.contracts.OperatorCommand;
import dev.convene.contracts.PauseWork;
import dev.convene.contracts.ResumeWork;
import dev.convene.gateway.access.Caller;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Pauses and resumes, and knows what is paused. The workers keep their own copy of it. */
@Component
class Pauses {

  private static final String SET =
      """
      insert into pause (target, paused, action, since, subject, client, email, reason)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (target) do update
      set (paused, action, since, subject, client, email, reason) = (
        select excluded.paused, excluded.action, excluded.since, excluded.subject, excluded.client,
            excluded.email, excluded.reason
        where pause.paused <> excluded.paused
        union all
        select pause.paused, excluded.action, pause.since, pause.subject, pause.client,
            pause.email, pause.reason
        where pause.paused = excluded.paused)
      where pause.action < excluded.action
      """;

  private static final String LIST =
      """
      select target, since, subject, client, email, reason, action from pause
      where paused order by since, target limit 500
      """;

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final Actions actions;
  private final Outbox outbox;
  private final InstantSource clock;

  Pauses(
      DatabaseClient database,
      TransactionalOperator transaction,
      Actions actions,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.transaction = transaction;
    this.actions = actions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What is paused, the longest first; at most 500. */
  Mono<List<Pause>> list() {
    return database.sql(LIST).map(Pauses::pause).all().collectList();
  }

  /** Pauses or resumes; what is so already stays as it is. */
  Mono<List<Pause>> set(Caller caller, String target, boolean paused, @Nullable String reason) {
    Kind kind = paused ? Kind.PAUSE : Kind.RESUME;
    return actions
        .number()
        .flatMap(number ->
            write(caller, target, paused, reason, number)
                .then(
                    actions.note(
                        number,
                        caller,
                        kind,
                        reason,
                        List.of(target),
                        List.of(command(target, paused, number)))))
        .then(list())
        .as(transaction::transactional)
        .doOnNext(_ -> outbox.look());
  }

  private static OperatorCommand command(String target, boolean paused, long number) {
    return paused ? new PauseWork(target, number) : new ResumeWork(target, number);
  }

  private Mono<Void> write(
      Caller caller, String target, boolean paused, @Nullable String reason, long number) {
    return database
        .sql(SET)
        .bind(0, target)
        .bind(1, paused)
        .bind(2, number)
        .bind(3, clock.instant())
        .bind(4, caller.requester().subject())
        .bind(5, text(caller.requester().client()))
        .bind(6, text(caller.requester().email()))
        .bind(7, text(reason))
        .then();
  }

  private static Pause pause(Readable row) {
    return new Pause(
        value(row, "target", String.class),
        value(row, "since", Instant.class),
        Person.of(row),
        row.get("reason", String.class),
        value(row, "action", Long.class));
  }

  private static Object text(@Nullable String value) {
    return value == null ? Parameters.in(R2dbcType.VARCHAR) : Parameters.in(value);
  }

  private static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
