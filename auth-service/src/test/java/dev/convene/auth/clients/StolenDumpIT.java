package dev.convene.auth.clients;

import static dev.convene.auth.servers.ClientsFiles.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import dev.convene.auth.keys.SigningKeys;
import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.ClientsFiles;
import dev.convene.auth.servers.Database;
import dev.convene.auth.servers.Http;
import dev.convene.auth.servers.Http.Answer;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who steals the database but not the keyset can neither sign nor pretend to be anybody. */
class StolenDumpIT {

  @Test
  void aDumpHasNoSecretNoTokenAndNoPrivateKey() {
    Database database = new Database();
    try (AuthServer server =
        AuthServer.started(
            database, InstantSource.system(), ClientsFiles.containing(ClientsFiles.USUAL))) {
      Http http = server.http();
      String operator = http.operatorToken();
      Answer registered =
          http.post(
              "/api/v1/clients",
              "Bearer " + operator,
              "{\"clientId\": \"hr\", \"name\": \"HR\", \"scopes\": [\"meetings.read\"]}");
      String first = registered.text("secret");
      String second =
          http.post("/api/v1/clients/hr/secret", "Bearer " + operator, "").text("secret");
      String token = http.token("hr", second);
      RSAKey key =
          server
              .bean(SigningKeys.class)
              .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
              .getFirst()
              .toRSAKey();

      String dump = database.dump();

      // What is there, so that the rest is not missing for want of data.
      assertThat(dump).contains("hr", key.getKeyID(), "sha256:", "$2a$");
      assertThat(dump).doesNotContain(SECRET, first, second, token, operator);
      for (String part : token.split("\\.", -1)) {
        assertThat(dump).doesNotContain(part);
      }
      for (var secret :
          List.of(
              key.getPrivateExponent(),
              key.getFirstPrimeFactor(),
              key.getSecondPrimeFactor(),
              key.getFirstFactorCRTExponent())) {
        assertThat(dump).doesNotContain(secret.toString());
      }
      assertThat(dump).doesNotContain("\"d\"");
    }
  }
}
