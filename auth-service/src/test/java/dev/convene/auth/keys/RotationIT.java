package dev.convene.auth.keys;

import static dev.convene.auth.servers.ClientsFiles.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.ClientsFiles;
import dev.convene.auth.servers.Database;
import dev.convene.auth.servers.Http;
import dev.convene.auth.servers.Http.Answer;
import dev.convene.auth.servers.MovedClock;
import dev.convene.defaults.sealing.Seal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys change while tokens are out, with two replicas on one database. */
class RotationIT {

  private final Database database = new Database();
  private final MovedClock clock = new MovedClock();
  private final Path clients = ClientsFiles.containing(ClientsFiles.USUAL);
  private List<AuthServer> replicas;

  @BeforeEach
  void startBothAtOnce() {
    replicas =
        Stream.generate(() -> CompletableFuture.supplyAsync(this::replica))
            .limit(2)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
  }

  private AuthServer replica() {
    // The clock alone decides when a key is due: the task is run by the test.
    return AuthServer.started(database, clock, clients, "convene.signing-keys.check-every=PT24H");
  }

  @AfterEach
  void stop() {
    replicas.forEach(AuthServer::close);
  }

  private Http http(int replica) {
    return replicas.get(replica).http();
  }

  private String tokenOf(int replica) {
    return http(replica).token("operator", SECRET, "operations.write");
  }

  private static boolean verifies(Http http, String token) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    JWKSet keys = JWKSet.parse(http.get("/oauth2/jwks", null).body());
    var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
    return key != null && jwt.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  private static String keyOf(String token) throws Exception {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  @Test
  void replicasThatStartTogetherMakeOneKey() throws Exception {
    assertThat(database.ask("select count(*) from signing_key")).isEqualTo("1");
    assertThat(keyOf(tokenOf(0))).isEqualTo(keyOf(tokenOf(1)));
  }

  @Test
  void anOperatorsRotationIsKnownEverywhereBeforeItSigns() throws Exception {
    String before = tokenOf(0);
    Answer answer = http(0).post("/api/v1/signing-keys", "Bearer " + before, "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("keys")).hasSize(2);

    assertThat(keyOf(tokenOf(0))).isEqualTo(keyOf(before));
    clock.move(Duration.ofSeconds(10)); // longer than a replica goes on with what it has read
    assertThat(JWKSet.parse(http(1).get("/oauth2/jwks", null).body()).size()).isEqualTo(2);

    clock.move(Duration.ofSeconds(60));
    String after = tokenOf(1);
    assertThat(keyOf(after)).isNotEqualTo(keyOf(before)).isEqualTo(keyOf(tokenOf(0)));
    for (int replica = 0; replica < 2; replica++) {
      assertThat(verifies(http(replica), before)).isTrue();
      assertThat(verifies(http(replica), after)).isTrue();
      assertThat(http(replica).get("/api/v1/clients", "Bearer " + before).status()).isEqualTo(200);
      assertThat(http(replica).get("/api/v1/clients", "Bearer " + after).status()).isEqualTo(200);
    }
  }

  @Test
  void askingTwiceMakesOneNewKey() {
    String token = tokenOf(0);
    http(0).post("/api/v1/signing-keys", "Bearer " + token, "");
    Answer again = http(1).post("/api/v1/signing-keys", "Bearer " + token, "");
    assertThat(again.json().get("keys")).hasSize(2);
  }

  @Test
  void aKeyIsReplacedByItselfWhenItIsOldAndGoneWhenItsTokensAre() throws Exception {
    String before = tokenOf(0);
    clock.move(Duration.ofDays(30));
    replicas.forEach(replica -> replica.bean(KeyRotation.class).rotateWhenDue());
    assertThat(database.ask("select count(*) from signing_key")).isEqualTo("2");

    clock.move(Duration.ofMinutes(2));
    String after = tokenOf(0);
    assertThat(keyOf(after)).isNotEqualTo(keyOf(before));
    assertThat(verifies(http(1), before)).isTrue();

    clock.move(Duration.ofHours(1));
    assertThat(verifies(http(1), before)).isFalse();
    assertThat(verifies(http(1), after)).isTrue();
    replicas.forEach(replica -> replica.bean(KeyRotation.class).rotateWhenDue());
    assertThat(database.ask("select string_agg(id, ',') from signing_key")).isEqualTo(keyOf(after));
  }

  @Test
  void withAnotherKeysetTheServiceDoesNotStart() {
    assertThatThrownBy(() ->
            AuthServer.started(database, clock, clients, "CONVENE_AUTH_KEYSET=" + Seal.newKeyset())
                .close())
        .hasStackTraceContaining("CONVENE_AUTH_KEYSET lacks the key that sealed it");
  }
}
