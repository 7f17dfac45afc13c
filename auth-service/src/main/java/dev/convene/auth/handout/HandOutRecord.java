package dev.convene.auth.handout;

import dev.convene.auth.handout.Asked.Subject;
import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who was handed whose token, when, and why. A token is handed out only once this is written. */
@Component
class HandOutRecord {

  private static final Logger log = LoggerFactory.getLogger(HandOutRecord.class);

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Duration kept;

  HandOutRecord(
      JdbcClient jdbc,
      InstantSource clock,
      @Value("${convene.vault.record-kept:P400D}") Duration kept) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.kept = kept;
  }

  void write(String client, Asked asked, String outcome) {
    String type =
        switch (asked.forWhom()) {
          case Subject.OfPerson _ -> "person";
          case Subject.OfSystem _ -> "application";
        };
    jdbc.sql(
            "insert into vendor_token_handout (at, client_id, subject_type, subject, provider,"
                + " meeting, purpose, outcome) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(1, clock.instant().atOffset(ZoneOffset.UTC))
        .param(2, client)
        .param(3, type)
        .param(4, asked.forWhom().id())
        .param(5, asked.provider().id())
        .param(6, asked.meeting(), Types.OTHER)
        .param(7, asked.purpose(), Types.VARCHAR)
        .param(8, outcome)
        .update();
  }

  @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT24H")
  void forgetWhatIsOld() {
    try {
      jdbc.sql("delete from vendor_token_handout where at < ?")
          .param(clock.instant().minus(kept).atOffset(ZoneOffset.UTC))
          .update();
    } catch (DataAccessException e) {
      log.warn("Old records cannot be removed just now: {}", e.toString());
    }
  }
}
