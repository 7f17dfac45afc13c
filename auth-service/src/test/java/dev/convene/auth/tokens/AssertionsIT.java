package dev.convene.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.Forged;
import dev.convene.auth.servers.Http;
import dev.convene.auth.servers.Http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that proves itself with a key of its own, and those that only pretend to. */
class AssertionsIT {

  private static final String CLIENT = "key-client-" + UUID.randomUUID();
  private static final Http HTTP = AuthServer.shared().http();
  private static RSAKey rsa;
  private static ECKey ec;

  @BeforeAll
  static void register() throws Exception {
    rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    Answer answer =
        HTTP.post(
            "/api/v1/clients",
            "Bearer " + HTTP.operatorToken(),
            """
            {"clientId": "%s", "name": "Key client", "scopes": ["meetings.read"], "keys": %s}\
            """
                .formatted(CLIENT, new JWKSet(List.<JWK>of(rsa, ec)).toString(true)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().has("secret")).isFalse();
    assertThat(answer.text("authentication")).isEqualTo("keys");
  }

  private static JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(CLIENT)
        .subject(CLIENT)
        .audience(AuthServer.ISSUER)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(1))));
  }

  /** Made two minutes ago. */
  private static JWTClaimsSet.Builder oldClaims() {
    return claims().issueTime(inSeconds(-120));
  }

  private static String assertion(JWTClaimsSet.Builder claims) {
    return Forged.signed(rsa, "JWT", claims.build());
  }

  private static Answer present(String assertion) {
    return HTTP.form(
        "/oauth2/token",
        null,
        "grant_type",
        "client_credentials",
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion",
        assertion,
        "client_id",
        CLIENT);
  }

  private static void assertRefused(String assertion) {
    Answer answer = present(assertion);
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.text("error")).isEqualTo("invalid_client");
  }

  @Test
  void aGoodAssertionGetsATokenWithEitherKind() {
    assertThat(present(assertion(claims())).status()).isEqualTo(200);
    assertThat(present(Forged.signed(ec, "JWT", claims().build())).status()).isEqualTo(200);
  }

  @Test
  void theTokenEndpointIsAnAudienceAsWell() {
    String audience = AuthServer.ISSUER + "/oauth2/token";
    assertThat(present(assertion(claims().audience(audience))).status()).isEqualTo(200);
  }

  @Test
  void anAssertionIsGoodOnce() {
    String assertion = assertion(claims());
    assertThat(present(assertion).status()).isEqualTo(200);
    assertRefused(assertion);
  }

  @Test
  void withoutAnIdItCannotBeToldWhetherItWasUsed() {
    assertRefused(assertion(claims().jwtID(null)));
    assertRefused(assertion(claims().jwtID("x".repeat(256))));
  }

  @Test
  void anExpiredOneIsRefused() {
    assertRefused(assertion(oldClaims().expirationTime(inSeconds(-31))));
    assertRefused(assertion(claims().expirationTime(null)));
  }

  @Test
  void oneThatIsNotGoodYetIsRefused() {
    assertRefused(assertion(claims().notBeforeTime(inSeconds(60))));
    assertRefused(assertion(claims().issueTime(inSeconds(60))));
  }

  @Test
  void aClockMayBeOffByHalfAMinute() {
    assertThat(present(assertion(claims().notBeforeTime(inSeconds(20)))).status()).isEqualTo(200);
    assertThat(present(assertion(oldClaims().expirationTime(inSeconds(-10)))).status())
        .isEqualTo(200);
  }

  @Test
  void oneThatIsGoodForLongIsRefused() {
    assertRefused(assertion(claims().expirationTime(inSeconds(3600))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.test",
        "convene",
        "https://auth.test/",
        "https://auth.test/oauth2/introspect"
      })
  void oneForSomebodyElseIsRefused(String audience) {
    assertRefused(assertion(claims().audience(audience)));
  }

  @Test
  void oneAboutSomebodyElseIsRefused() {
    assertRefused(assertion(claims().subject("operator")));
    assertRefused(assertion(claims().issuer("operator")));
  }

  @Test
  void oneWithoutSignatureIsRefused() {
    assertRefused(Forged.unsigned(claims().build()));
  }

  @Test
  void thePublicKeyIsNoSecret() {
    assertRefused(Forged.signedWithThePublicKeyAsSecret(rsa, "JWT", claims().build()));
  }

  @Test
  void anothersKeyIsRefused() throws Exception {
    RSAKey other = new RSAKeyGenerator(2048).keyID("rsa").generate();
    assertRefused(Forged.signed(other, "JWT", claims().build()));
  }

  @Test
  void aClientWithKeysHasNoSecret() {
    assertThat(HTTP.askForToken(CLIENT, "").status()).isEqualTo(400);
    assertThat(HTTP.askForToken(CLIENT, "null").status()).isEqualTo(401);
    Answer rotation =
        HTTP.post("/api/v1/clients/" + CLIENT + "/secret", "Bearer " + HTTP.operatorToken(), "");
    assertThat(rotation.status()).isEqualTo(409);
    assertThat(rotation.text("type")).isEqualTo("urn:convene:problem:client-has-no-secret");
  }

  private static Date inSeconds(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
