package dev.convene.worker;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of ended meetings in the worker's own database. */
final class EndedMeetingsTable implements EndedMeetings {

  private final JdbcClient jdbc;

  EndedMeetingsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean contains(UUID meetingId) {
    return jdbc.sql("select 1 from ended_meeting where meeting_id = ?")
        .param(meetingId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  @Override
  public void add(UUID meetingId) {
    jdbc.sql("insert into ended_meeting (meeting_id) values (?) on conflict do nothing")
        .param(meetingId)
        .update();
  }
}
