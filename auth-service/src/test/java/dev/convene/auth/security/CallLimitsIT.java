package dev.convene.auth.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.ClientsFiles;
import dev.convene.auth.servers.Database;
import dev.convene.auth.servers.Http;
import dev.convene.auth.servers.Http.Answer;
import dev.convene.auth.servers.MovedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallLimitsIT {

  @Test
  void whoGuessesSecretsIsSlowedDownAndNobodyElse() {
    MovedClock clock = new MovedClock();
    try (AuthServer server =
        AuthServer.started(
            new Database(),
            clock,
            ClientsFiles.containing(ClientsFiles.USUAL),
            "convene.limits.per-client=20")) {
      Http http = server.http();
      assertThat(http.askForToken("reader", "guess").status()).isEqualTo(401);
      assertThat(http.askForToken("reader", "guess again").status()).isEqualTo(401);

      Answer slowed = http.askForToken("reader", ClientsFiles.SECRET);
      assertThat(slowed.status()).isEqualTo(429);
      assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 10);
      assertThat(slowed.text("type")).isEqualTo("urn:convene:problem:too-many-requests");

      assertThat(http.askForToken("operator", ClientsFiles.SECRET).status()).isEqualTo(200);
      clock.move(Duration.ofSeconds(10));
      assertThat(http.askForToken("reader", ClientsFiles.SECRET).status()).isEqualTo(200);
    }
  }
}
