package dev.convene.auth.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.Http;
import dev.convene.auth.servers.Http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may see, and that there is nothing else. */
class DoorsIT {

  private final Http http = AuthServer.shared().http();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/oauth2/jwks",
        "/.well-known/oauth-authorization-server",
        "/.well-known/oauth-protected-resource",
        "/.well-known/openid-configuration",
        "/sign-in",
        "/assets/convene.css"
      })
  void everybodyMaySeeThis(String path) {
    assertThat(http.get(path, null).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/info",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/loggers",
        "/actuator/scheduledtasks",
        "/login",
        "/error",
        "/connect/register",
        "/oauth2/register",
        "/oauth2/authorization/no-such-vendor",
        "/login/oauth2/code/webex",
        "/no/such/page"
      })
  void nothingElseIsThere(String path) {
    Answer answer = http.get(path, null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:convene:problem:not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/accounts", "/consent"})
  void whoIsNotSignedInIsAskedToSignIn(String path) {
    Answer answer = http.get(path, null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/sign-in");
  }

  @Test
  void theApiSaysWhereItsTokensComeFrom() {
    Answer answer = http.get("/.well-known/oauth-protected-resource", null);
    assertThat(answer.text("resource")).isEqualTo(AuthServer.ISSUER);
    assertThat(answer.text("authorization_servers")).isEqualTo("[\"" + AuthServer.ISSUER + "\"]");
    assertThat(answer.text("scopes_supported")).isEqualTo("[\"operations.write\"]");
  }

  @Test
  void healthTellsNoDetails() {
    assertThat(http.get("/actuator/health/readiness", null).body())
        .isEqualTo("{\"status\":\"UP\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/jwks", "/api/v1/clients", "/no/such/page", "/sign-in"})
  void everyAnswerTellsBrowsersToBeCareful(String path) {
    Answer answer = http.get(path, null);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.header("Set-Cookie")).isNull();
    assertThat(answer.header("Server")).isNull();
  }
}
