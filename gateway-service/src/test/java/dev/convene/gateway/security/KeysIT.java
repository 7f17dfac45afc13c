package dev.convene.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Gateway;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Servers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The issuer's keys change, and the issuer may be away. */
class KeysIT {

  private static final String DOOR = "/api/v1/meetings?limit=1";

  private static Gateway trusting(Issuer issuer, String... settings) {
    String[] all = new String[settings.length + 1];
    all[0] = "AUTH_ISSUER=" + issuer.url();
    System.arraycopy(settings, 0, all, 1, settings.length);
    return Gateway.started(Servers.database(), "127.0.0.1:1", all);
  }

  private static int status(Gateway gateway, String token) {
    return new Api(gateway).with(token).get(DOOR).statusCode();
  }

  @Test
  void keysOutliveTheIssuersAbsenceHoweverOftenTheyAreToBeReadAnew() {
    try (Issuer issuer = Issuer.started();
        Gateway gateway =
            trusting(
                issuer, "convene.auth.keys-refresh=300ms", "convene.auth.keys-ask-again=100ms")) {
      await().until(() -> issuer.asked() > 0); // at the start, before anybody has come
      issuer.stop();
      Duration manyRefreshes = Duration.ofSeconds(3);

      // Each time a token that has not been seen before.
      await()
          .during(manyRefreshes)
          .atMost(manyRefreshes.plusSeconds(10))
          .until(() -> status(gateway, issuer.system("crm", "meetings.read")) == 200);

      issuer.start();
      issuer.rotate();
      await().until(() -> status(gateway, issuer.system("crm", "meetings.read")) == 200);
    }
  }

  @Test
  void aNewKeyIsTakenAtOnceAndTheOldOneWhileItIsPublished() {
    try (Issuer issuer = Issuer.started();
        Gateway gateway =
            trusting(issuer, "convene.auth.keys-refresh=2s", "convene.auth.keys-ask-again=100ms")) {
      String byTheOld = issuer.system("crm", "meetings.read");
      assertThat(status(gateway, byTheOld)).isEqualTo(200);
      String another = issuer.system("crm", "meetings.read");
      // One that was taken is remembered; so each knock is with another.
      Iterator<String> late =
          Stream.generate(() -> issuer.system("crm", "meetings.read"))
              .limit(200)
              .toList()
              .iterator();

      issuer.rotate();

      assertThat(status(gateway, issuer.system("crm", "meetings.read"))).isEqualTo(200);
      assertThat(status(gateway, another)).isEqualTo(200);
      issuer.withdrawOldKeys();
      await().until(() -> status(gateway, late.next()) == 401);
    }
  }

  @Test
  void madeUpKeysDoNotMakeUsANuisanceToTheIssuer() {
    try (Issuer issuer = Issuer.started();
        Gateway gateway = trusting(issuer)) {
      assertThat(status(gateway, issuer.system("crm", "meetings.read"))).isEqualTo(200);

      for (int i = 0; i < 50; i++) {
        String token = issuer.byUnknownKey(issuer.claims("crm", "crm", "meetings.read").build());
        assertThat(status(gateway, token)).isEqualTo(401);
      }

      assertThat(issuer.asked()).isLessThanOrEqualTo(3);
      assertThat(status(gateway, issuer.system("crm", "meetings.read"))).isEqualTo(200);
    }
  }

  @Test
  void aGatewayThatStartsBeforeTheIssuerSaysSoUntilItIsThere() {
    Issuer issuer = Issuer.prepared();
    try (Gateway gateway = trusting(issuer, "convene.auth.keys-ask-again=100ms")) {
      assertThat(new Api(gateway).get("/actuator/health/readiness").statusCode()).isEqualTo(503);
      HttpResponse<String> answer =
          new Api(gateway).with(issuer.system("crm", "meetings.read")).get(DOOR);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(Api.json(answer).get("type").stringValue())
          .isEqualTo("urn:convene:problem:unavailable");

      issuer.start();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> status(gateway, issuer.system("crm", "meetings.read")) == 200);
      issuer.stop();
    }
  }
}
