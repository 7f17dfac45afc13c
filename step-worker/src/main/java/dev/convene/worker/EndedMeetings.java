package dev.convene.worker;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The meetings that were withdrawn or cancelled, so that no late copy of an older message makes
 * them again. Asked only on the careful path, and written only when something has failed: a meeting
 * that goes well leaves nothing here.
 */
public final class EndedMeetings {

  private final JdbcClient jdbc;

  EndedMeetings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether nothing may be made for this meeting any more. */
  public boolean contains(UUID meetingId) {
    return jdbc.sql("select 1 from ended_meeting where meeting_id = ?")
        .param(meetingId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** From now on nothing may be made for it. Durable on return. */
  public void add(UUID meetingId) {
    jdbc.sql("insert into ended_meeting (meeting_id) values (?) on conflict do nothing")
        .param(meetingId)
        .update();
  }
}
