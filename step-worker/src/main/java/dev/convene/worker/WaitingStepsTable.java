package dev.convene.worker;

import dev.convene.contracts.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps that wait in the worker's own database, as db-scheduler keeps them. */
final class WaitingStepsTable implements WaitingSteps {

  /** Who tries it holds the row's mark; a mark that is set meanwhile is seen, and respected. */
  private static final String TAKE =
      """
      with taken as (
        delete from scheduled_tasks
        where task_name = :step and task_instance = :meeting and not picked
        returning task_data, consecutive_failures, last_failure
      ), forgotten as (
        delete from operator_wish where meeting_id = :meeting and exists (select from taken)
      )
      select task_data, consecutive_failures, last_failure from taken
      """;

  private static final String IS_THERE =
      "select 1 from scheduled_tasks where task_name = :step and task_instance = :meeting";

  private final JdbcClient jdbc;
  private final JsonTaskData json;

  WaitingStepsTable(JdbcClient jdbc, JsonTaskData json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Found takeAway(UUID meetingId, Step step) {
    return jdbc.sql(TAKE)
        .param("step", TaskNames.of(step))
        .param("meeting", meetingId.toString())
        .query((row, _) -> taken(row))
        .optional()
        .<Found>map(taken -> taken)
        .orElseGet(() -> isThere(meetingId, step) ? new Found.Running() : new Found.Nothing());
  }

  private boolean isThere(UUID meetingId, Step step) {
    return jdbc.sql(IS_THERE)
        .param("step", TaskNames.of(step))
        .param("meeting", meetingId.toString())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private Found.Taken taken(ResultSet row) throws SQLException {
    ParkedStep parked =
        Objects.requireNonNull(
            json.deserialize(ParkedStep.class, row.getBytes("task_data")), "a parked step");
    OffsetDateTime failed = row.getObject("last_failure", OffsetDateTime.class);
    Instant failedAt =
        row.getInt("consecutive_failures") > 0 && failed != null ? failed.toInstant() : null;
    return new Found.Taken(parked.possiblyTriedAfter(failedAt));
  }
}
