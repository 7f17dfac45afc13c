package dev.convene.worker;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes them from the parked steps in the worker's own database. */
final class ParkedProbes implements Probes {

  /** What waits longer than a back-off can take waits for a quota or for operations. */
  private static final String HURRY =
      """
      update scheduled_tasks t set execution_time = least(t.execution_time, :now)
      from (
        select task_name, task_instance from scheduled_tasks
        where not picked and execution_time <= :latest
        order by execution_time limit :most for update skip locked
      ) as probe
      where t.task_name = probe.task_name and t.task_instance = probe.task_instance
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Duration longestBackOff;

  ParkedProbes(JdbcClient jdbc, InstantSource clock, Duration longestBackOff) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.longestBackOff = longestBackOff;
  }

  @Override
  public int hurry(int most) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(HURRY)
        .param("now", now)
        .param("latest", now.plus(longestBackOff))
        .param("most", most)
        .update();
  }
}
