package dev.convene.auth.security;

import static dev.convene.auth.servers.ClientsFiles.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.auth.keys.SigningKeys;
import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.Forged;
import dev.convene.auth.servers.Http;
import dev.convene.auth.servers.Http.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What opens the operators' API, and what does not. */
class BearerIT {

  private static final String DOOR = "/api/v1/clients";
  private final AuthServer server = AuthServer.shared();
  private final Http http = server.http();

  private void assertShutFor(String token) {
    Answer answer = http.get(DOOR, "Bearer " + token);
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:convene:problem:unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").contains("invalid_token");
    assertThat(answer.body()).doesNotContain(token);
  }

  @Test
  void withoutATokenItIsShut() {
    Answer answer = http.get(DOOR, null);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer resource_metadata=\""
                + AuthServer.ISSUER
                + "/.well-known/oauth-protected-resource\"");
    assertThat(answer.text("type")).isEqualTo("urn:convene:problem:unauthenticated");
  }

  @Test
  void aSecretIsNoToken() {
    assertThat(http.get(DOOR, Http.basic("operator", SECRET)).status()).isEqualTo(401);
  }

  @Test
  void aTokenInTheAddressIsNotTaken() {
    assertThat(http.get(DOOR + "?access_token=" + http.operatorToken(), null).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/clients", "/api/v1/clients/reader", "/api/v1/signing-keys"})
  void withoutTheScopeItIsShut(String path) {
    String token = http.token("operator", SECRET, "operations.read");
    Answer answer = http.get(path, "Bearer " + token);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("type")).isEqualTo("urn:convene:problem:forbidden");
    assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope");
    assertThat(http.post(path, "Bearer " + token, "{}").status()).isEqualTo(403);
  }

  @Test
  void withTheScopeItIsOpen() {
    assertThat(http.get(DOOR, "Bearer " + http.operatorToken()).status()).isEqualTo(200);
  }

  @Test
  void aRevokedTokenIsRefusedAtOnce() {
    String token = http.operatorToken();
    http.form("/oauth2/revoke", Http.basic("operator", SECRET), "token", token);
    assertShutFor(token);
  }

  @Test
  void aTokenWithoutSignatureIsRefused() throws Exception {
    assertShutFor(Forged.unsigned(goodClaims()));
  }

  @Test
  void thePublicKeyIsNoSecret() throws Exception {
    assertShutFor(Forged.signedWithThePublicKeyAsSecret(ourKey(), "at+jwt", goodClaims()));
  }

  @Test
  void anothersKeyIsRefusedEvenByOurName() throws Exception {
    RSAKey other = new RSAKeyGenerator(2048).keyID(ourKey().getKeyID()).generate();
    assertShutFor(Forged.signed(other, "at+jwt", goodClaims()));
  }

  @Test
  void whatWeSignedButNeverIssuedIsRefused() throws Exception {
    assertShutFor(Forged.signed(ourKey(), "at+jwt", goodClaims()));
  }

  /** Signed by us and stored as issued, so that only what is changed can be why it is refused. */
  private String issued(String type, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    String token = http.operatorToken();
    JWTClaimsSet claims =
        change.apply(new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet())).build();
    String changed = Forged.signed(ourKey(), type, claims);
    int rows =
        server
            .bean(JdbcClient.class)
            .sql(
                "update oauth2_authorization set access_token_value = ? where access_token_value = ?")
            .params(hashed(changed), hashed(token))
            .update();
    assertThat(rows).isEqualTo(1);
    return changed;
  }

  private static String hashed(String token) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    return "sha256:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  @Test
  void theWayTheseTestsChangeATokenLeavesItGood() throws Exception {
    String token = issued("at+jwt", claims -> claims.jwtID(UUID.randomUUID().toString()));
    assertThat(http.get(DOOR, "Bearer " + token).status()).isEqualTo(200);
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() throws Exception {
    assertShutFor(issued("at+jwt", claims -> claims.audience("somebody-else")));
    assertShutFor(issued("at+jwt", claims -> claims.audience("operator")));
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() throws Exception {
    assertShutFor(issued("at+jwt", claims -> claims.issuer("https://auth.test/")));
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    assertShutFor(
        issued(
            "at+jwt",
            claims ->
                claims
                    .issueTime(inSeconds(-600))
                    .notBeforeTime(inSeconds(-600))
                    .expirationTime(inSeconds(-61))));
  }

  @Test
  void aTokenThatIsNotGoodYetIsRefused() throws Exception {
    assertShutFor(issued("at+jwt", claims -> claims.notBeforeTime(inSeconds(120))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "logout+jwt", "dpop+jwt"})
  void aTokenOfAnotherKindIsRefused(String type) throws Exception {
    assertShutFor(issued(type, claims -> claims));
  }

  private JWTClaimsSet goodClaims() throws Exception {
    return new JWTClaimsSet.Builder(SignedJWT.parse(http.operatorToken()).getJWTClaimsSet())
        .jwtID(UUID.randomUUID().toString())
        .build();
  }

  private RSAKey ourKey() {
    return server
        .bean(SigningKeys.class)
        .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
        .getFirst()
        .toRSAKey();
  }

  private static Date inSeconds(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
