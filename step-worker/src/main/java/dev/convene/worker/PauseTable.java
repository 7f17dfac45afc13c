package dev.convene.worker;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is paused, in the worker's own database: for all replicas, and across restarts. */
final class PauseTable {

  /** Longer than a batch takes that has still seen the pause, and parks what it finds. */
  private static final Duration AFTERMATH = Duration.ofMinutes(1);

  private static final String SET =
      """
      insert into pause (target, paused, action, changed_at) values (?, ?, ?, ?)
      on conflict (target) do update
      set paused = excluded.paused, action = excluded.action, changed_at = excluded.changed_at
      where pause.action < excluded.action
      """;

  private static final String DUE_NOW =
      """
      with waiting as (
        select task_name, task_instance from scheduled_tasks
        where not picked and execution_time > :now
          and position(convert_to(:mailbox, 'UTF8') in task_data) > 0 -- spares the rest the parsing
          and convert_from(task_data, 'UTF8')::jsonb ->> 'host' = :mailbox
          and convert_from(task_data, 'UTF8')::jsonb #>> '{reason,code}' = :paused
          and convert_from(task_data, 'UTF8')::jsonb -> 'handedOver' is null
        for update skip locked
      )
      update scheduled_tasks t set execution_time = :now from waiting w
      where t.task_name = w.task_name and t.task_instance = w.task_instance
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  PauseTable(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A target, and whether it is paused or was until a moment ago. */
  record Row(String target, boolean paused) {}

  /** An order that is older than what is known of the target changes nothing. */
  void set(String target, boolean paused, long action) {
    jdbc.sql(SET).params(target, paused, action, clock.instant().atOffset(ZoneOffset.UTC)).update();
  }

  /** All that is paused, or was until a moment ago. */
  List<Row> rows() {
    return jdbc.sql("select target, paused from pause where paused or changed_at > ?")
        .param(clock.instant().minus(AFTERMATH).atOffset(ZoneOffset.UTC))
        .query((row, _) -> new Row(row.getString("target"), row.getBoolean("paused")))
        .list();
  }

  /** Makes due what waits only because this mailbox was paused. */
  void release(String mailbox) {
    jdbc.sql(DUE_NOW)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("mailbox", mailbox)
        .param("paused", Pauses.REASON.code())
        .update();
  }
}
