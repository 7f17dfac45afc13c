package dev.convene.auth.tokens;

import static dev.convene.auth.servers.ClientsFiles.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.ClientsFiles;
import dev.convene.auth.servers.Database;
import dev.convene.auth.servers.MovedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenCleanupIT {

  @Test
  void onlyWhatExpiredAWhileAgoIsRemoved() {
    Database database = new Database();
    MovedClock clock = new MovedClock();
    try (AuthServer server =
        AuthServer.started(database, clock, ClientsFiles.containing(ClientsFiles.USUAL))) {
      TokenCleanup cleanup = server.bean(TokenCleanup.class);
      SpentAssertions spent = server.bean(SpentAssertions.class);
      server.http().token("reader", SECRET);
      assertThat(spent.spend("reader", "jti", Instant.now().plusSeconds(60))).isTrue();

      clock.move(Duration.ofMinutes(50));
      cleanup.clean();
      assertThat(database.ask("select count(*) from oauth2_authorization")).isEqualTo("1");
      assertThat(spent.spend("reader", "jti", Instant.now())).isFalse();

      clock.move(Duration.ofMinutes(25));
      cleanup.clean();
      assertThat(database.ask("select count(*) from oauth2_authorization")).isEqualTo("0");
      assertThat(database.ask("select count(*) from spent_assertion")).isEqualTo("0");
    }
  }
}
