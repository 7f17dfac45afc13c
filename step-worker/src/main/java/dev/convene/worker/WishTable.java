package dev.convene.worker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wishes in the worker's own database, next to the steps that they are about. */
final class WishTable implements Wishes {

  /** Only where something is parked: what is not there any more has ended, and needs nothing. */
  private static final String ADD =
      """
      insert into operator_wish (meeting_id, wish, note, action)
      select :meeting, :wish, :note, :action
      where exists (select 1 from scheduled_tasks where task_instance = :meeting)
      on conflict (meeting_id) do update
      set wish = excluded.wish, note = excluded.note, action = excluded.action
      where operator_wish.action <= excluded.action
      """;

  /** What is being tried, or taken, just now is left to the next time, see {@link #hurry}. */
  private static final String DUE_NOW =
      """
      with waiting as (
        select t.task_name, t.task_instance
        from scheduled_tasks t join operator_wish w on t.task_instance = w.meeting_id
        where not t.picked and t.execution_time > :now
        for update of t skip locked
      )
      update scheduled_tasks t set execution_time = :now from waiting w
      where t.task_name = w.task_name and t.task_instance = w.task_instance
      """;

  private static final String FORGET_GRANTED_ELSEWHERE =
      """
      delete from operator_wish w
      where not exists (select 1 from scheduled_tasks t where t.task_instance = w.meeting_id)
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  WishTable(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Durable on return, and to be done at once. */
  void add(Wish wish) {
    jdbc.sql(ADD)
        .param("meeting", wish.meetingId())
        .param("wish", wish.kind().name())
        .param("note", wish.note())
        .param("action", wish.action())
        .update();
    hurry();
  }

  /**
   * Makes due whatever an operator waits for. To be called now and then: a step that was being
   * tried when the wish came has set itself a later time meanwhile, or has ended.
   */
  void hurry() {
    jdbc.sql(DUE_NOW).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    jdbc.sql(FORGET_GRANTED_ELSEWHERE).update();
  }

  @Override
  public @Nullable Wish of(String meetingId) {
    return jdbc.sql("select meeting_id, wish, note, action from operator_wish where meeting_id = ?")
        .param(meetingId)
        .query((row, _) -> wish(row))
        .optional()
        .orElse(null);
  }

  @Override
  public void granted(Wish wish) {
    jdbc.sql("delete from operator_wish where meeting_id = ? and action <= ?")
        .param(wish.meetingId())
        .param(wish.action())
        .update();
  }

  private static Wish wish(ResultSet row) throws SQLException {
    return new Wish(
        row.getString("meeting_id"),
        Wish.Kind.valueOf(row.getString("wish")),
        row.getString("note"),
        row.getLong("action"));
  }
}
