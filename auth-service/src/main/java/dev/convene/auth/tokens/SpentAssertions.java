package dev.convene.auth.tokens;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which assertions were used, in all replicas, for as long as they could be used again. */
@Component
class SpentAssertions {

  private final JdbcClient jdbc;

  SpentAssertions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this is the first time; it counts as used from now on. */
  boolean spend(String clientId, String jti, Instant expiresAt) {
    return jdbc.sql(
                "insert into spent_assertion (client_id, jti, expires_at) values (?, ?, ?)"
                    + " on conflict do nothing")
            .params(clientId, jti, expiresAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
