package dev.convene.auth.tokens;

import static dev.convene.auth.servers.ClientsFiles.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.Http;
import dev.convene.auth.servers.Http.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Client credentials with a secret, and what becomes of the tokens. */
class MachineTokensIT {

  private final Http http = AuthServer.shared().http();

  @Test
  void aTokenSaysWhoAskedWhomItIsForAndWhatItAllows() throws Exception {
    Answer answer = http.askForToken("reader", SECRET, "meetings.read");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.text("scope")).isEqualTo("meetings.read");
    assertThat(answer.json().get("expires_in").intValue()).isBetween(590, 600);
    assertThat(answer.header("Cache-Control")).contains("no-store");

    SignedJWT token = SignedJWT.parse(answer.text("access_token"));
    JWKSet keys = JWKSet.parse(http.get("/oauth2/jwks", null).body());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(AuthServer.ISSUER);
    assertThat(claims.getAudience()).containsExactly("convene");
    assertThat(claims.getSubject()).isEqualTo("reader");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("reader");
    assertThat(claims.getStringClaim("scope")).isEqualTo("meetings.read");
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aClientThatNamesNoScopeGetsAllThatItHas() {
    assertThat(http.askForToken("reader", SECRET).text("scope").split(" "))
        .containsExactlyInAnyOrder("meetings.read", "meetings.write");
  }

  @Test
  void aSecretMayStandInTheForm() {
    Answer answer =
        http.form(
            "/oauth2/token",
            null,
            "grant_type",
            "client_credentials",
            "client_id",
            "reader",
            "client_secret",
            SECRET);
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aWrongSecretAndAnUnknownClientAreAnsweredAlike() {
    Answer wrong = http.askForToken("reader", SECRET + "x");
    Answer unknown = http.askForToken("nobody", SECRET);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.text("error")).isEqualTo("invalid_client");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-system", "demo-operations"})
  void thereIsNoDemoClientThatNobodyConfigured(String client) {
    assertThat(http.askForToken(client, "demo-secret").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "operations.write",
        "meetings.write.any-host",
        "openid",
        "no.such",
        "MEETINGS.READ"
      })
  void aScopeThatTheClientDoesNotHaveIsRefused(String scope) {
    Answer answer = http.askForToken("reader", SECRET, "meetings.read", scope);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_scope");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authorization_code",
        "refresh_token",
        "password",
        "urn:ietf:params:oauth:grant-type:token-exchange",
        "urn:ietf:params:oauth:grant-type:device_code"
      })
  void anotherGrantTypeIsRefused(String grantType) {
    Answer answer =
        http.form(
            "/oauth2/token",
            Http.basic("reader", SECRET),
            List.of(
                    "grant_type",
                    grantType,
                    "code",
                    "x",
                    "refresh_token",
                    "x",
                    "device_code",
                    "x",
                    "subject_token",
                    "x",
                    "subject_token_type",
                    "urn:ietf:params:oauth:token-type:access_token")
                .toArray(String[]::new));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error"))
        .isIn("unauthorized_client", "unsupported_grant_type", "invalid_grant");
  }

  @Test
  void introspectionTellsWhatATokenAllows() {
    String token = http.token("reader", SECRET, "meetings.read");
    Answer answer = http.form("/oauth2/introspect", Http.basic("operator", SECRET), "token", token);
    assertThat(answer.json().get("active").booleanValue()).isTrue();
    assertThat(answer.text("client_id")).isEqualTo("reader");
    assertThat(answer.text("scope")).isEqualTo("meetings.read");
    assertThat(answer.text("iss")).isEqualTo(AuthServer.ISSUER);
  }

  @Test
  void nobodyIntrospectsWithoutProvingWhoTheyAre() {
    String token = http.token("reader", SECRET, "meetings.read");
    assertThat(http.form("/oauth2/introspect", null, "token", token).status()).isEqualTo(401);
    assertThat(
            http.form("/oauth2/introspect", Http.basic("reader", "guess"), "token", token).status())
        .isEqualTo(401);
  }

  @Test
  void aRevokedTokenIsNotActive() {
    String token = http.token("reader", SECRET, "meetings.read");
    String other = http.token("reader", SECRET, "meetings.read");
    assertThat(http.form("/oauth2/revoke", Http.basic("reader", SECRET), "token", token).status())
        .isEqualTo(200);
    assertThat(http.isActive(token)).isFalse();
    assertThat(http.isActive(other)).isTrue();
  }

  @Test
  void nobodyRevokesAnothersToken() {
    String token = http.token("reader", SECRET, "meetings.read");
    http.form("/oauth2/revoke", Http.basic("operator", SECRET), "token", token);
    assertThat(http.isActive(token)).isTrue();
  }

  @Test
  void whatStandsInTheTableIsNoToken() {
    String token = http.token("reader", SECRET, "meetings.read");
    String hash =
        AuthServer.sharedDatabase()
            .ask(
                "select access_token_value from oauth2_authorization where access_token_value = '"
                    + HashedTokens.hashed(token)
                    + "'");
    assertThat(http.isActive(token)).isTrue();
    assertThat(http.isActive(hash)).isFalse();
  }

  @Test
  void discoveryNamesWhatThereIsAndNothingElse() {
    Answer answer = http.get("/.well-known/oauth-authorization-server", null);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("issuer")).isEqualTo(AuthServer.ISSUER);
    assertThat(answer.text("token_endpoint")).isEqualTo(AuthServer.ISSUER + "/oauth2/token");
    assertThat(answer.text("jwks_uri")).isEqualTo(AuthServer.ISSUER + "/oauth2/jwks");
    assertThat(answer.text("grant_types_supported"))
        .isEqualTo("[\"authorization_code\",\"refresh_token\",\"client_credentials\"]");
    assertThat(answer.text("token_endpoint_auth_methods_supported"))
        .isEqualTo("[\"client_secret_basic\",\"client_secret_post\",\"private_key_jwt\"]");
    assertThat(answer.text("scopes_supported")).contains("meetings.write.any-host");
    assertThat(answer.text("code_challenge_methods_supported")).isEqualTo("[\"S256\"]");
    assertThat(answer.json().has("dpop_signing_alg_values_supported")).isFalse();
  }

  @Test
  void theKeySetHasNoPrivatePart() {
    Answer answer = http.get("/oauth2/jwks", null);
    assertThat(answer.json().get("keys")).isNotEmpty();
    answer
        .json()
        .get("keys")
        .forEach(key ->
            assertThat(key.propertyNames())
                .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n"));
  }
}
