package dev.convene.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Servers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which tokens are taken, and which are not. */
class BearerIT {

  private static final String DOOR = "/api/v1/meetings?limit=1";

  private final Issuer issuer = Issuer.shared();
  private final Api api = new Api(Servers.gateway());

  private void assertShutFor(String token) {
    HttpResponse<String> answer = api.with(token).get(DOOR);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer error=\"invalid_token\"");
    assertThat(Api.json(answer).get("type").stringValue())
        .isEqualTo("urn:convene:problem:unauthenticated");
    assertThat(answer.body()).doesNotContain(token);
  }

  private JWTClaimsSet changed(UnaryOperator<JWTClaimsSet.Builder> change) {
    return change.apply(issuer.claims("crm", "crm", "meetings.read")).build();
  }

  private JWTClaimsSet good() {
    return changed(claims -> claims);
  }

  @Test
  void aGoodTokenIsTakenAndTakenAgain() {
    String token = issuer.token(good());
    assertThat(api.with(token).get(DOOR).statusCode()).isEqualTo(200);
    assertThat(api.with(token).get(DOOR).statusCode()).isEqualTo(200);
  }

  @Test
  void theSignatureMustBeTheIssuersByTheAlgorithmThatIsOursToChoose() {
    assertShutFor(Issuer.unsigned(good()));
    assertShutFor(issuer.byThePublicKeyAsSecret(good()));
    assertShutFor(issuer.forged(good()));
    assertShutFor(issuer.byUnknownKey(good()));
  }

  @Test
  void aChangedTokenIsNotTheOneThatWasTakenBefore() {
    String token = issuer.token(good());
    assertThat(api.with(token).get(DOOR).statusCode()).isEqualTo(200);
    String[] parts = token.split("\\.", -1);
    String others = issuer.system("crm", "operations.write").split("\\.", -1)[1];

    assertShutFor(parts[0] + "." + others + "." + parts[2]);
    assertShutFor(parts[0] + "." + parts[1] + ".");
  }

  @Test
  void aTokenMustBeForHereFromThereAndNow() {
    Instant now = Instant.now();
    assertShutFor(issuer.token(changed(it -> it.audience("somebody-else"))));
    assertShutFor(issuer.token(changed(it -> it.audience(List.of()))));
    assertShutFor(issuer.token(changed(it -> it.issuer("https://elsewhere.example"))));
    assertShutFor(issuer.token(changed(it -> it.expirationTime(Date.from(now.minusSeconds(120))))));
    assertShutFor(issuer.token(changed(it -> it.notBeforeTime(Date.from(now.plusSeconds(120))))));
    assertShutFor(issuer.token(changed(it -> it.expirationTime(null))));
  }

  @Test
  void onlyAccessTokensAreTakenAndNoOthersOfTheIssuer() {
    assertShutFor(issuer.token("JWT", good()));
    assertShutFor(issuer.token("logout+jwt", good()));
    assertShutFor(issuer.token(changed(it -> it.jwtID(null))));
    assertShutFor(issuer.token(changed(it -> it.claim("client_id", null))));
  }

  @Test
  void aPersonWithoutAMailboxIsNobody() {
    assertShutFor(issuer.token(changed(it -> it.subject("0d5f"))));
  }

  @Test
  void whatIsNoTokenIsRefused() {
    assertShutFor("xyz-1");
    assertShutFor("a.b.c");
    assertShutFor("a".repeat(5000));
  }

  @Test
  void aTokenIsTakenFromTheHeaderOnly() {
    String token = issuer.token(good());
    HttpResponse<String> answer = api.with(null).get(DOOR + "&access_token=" + token);
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void aSecretIsNoToken() {
    HttpResponse<String> answer =
        api.with(null).get(DOOR, "Authorization", "Basic ZGVtby1zeXN0ZW06ZGVtby1zZWNyZXQ=");
    assertThat(answer.statusCode()).isEqualTo(401);
  }
}
