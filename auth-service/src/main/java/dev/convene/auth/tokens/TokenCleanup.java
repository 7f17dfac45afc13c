package dev.convene.auth.tokens;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what expired a while ago, so that the tables stay as small as what is in use. */
@Component
class TokenCleanup {

  private static final Logger log = LoggerFactory.getLogger(TokenCleanup.class);

  private static final Duration KEPT = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  TokenCleanup(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${convene.cleanup-every:PT5M}",
      fixedDelayString = "${convene.cleanup-every:PT5M}")
  void check() {
    try {
      clean();
    } catch (DataAccessException e) {
      log.warn("What has expired cannot be removed just now: {}", e.toString());
    }
  }

  void clean() {
    OffsetDateTime before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    jdbc.sql(
            "delete from oauth2_authorization where greatest(authorization_code_expires_at,"
                + " access_token_expires_at, oidc_id_token_expires_at, refresh_token_expires_at)"
                + " < ?")
        .param(before)
        .update();
    // Somebody went away from the question whether they consent.
    jdbc.sql(
            "delete from oauth2_authorization where state is not null and created_at < ?"
                + " and authorization_code_value is null and access_token_value is null")
        .param(before)
        .update();
    jdbc.sql("delete from spent_refresh_token where expires_at < ?").param(before).update();
    jdbc.sql("delete from spent_assertion where expires_at < ?").param(before).update();
  }
}
