package dev.convene.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Gateway;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Servers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsIT {

  private static final String DOOR = "/api/v1/meetings?limit=1";
  private static final Issuer ISSUER = Issuer.shared();

  @Test
  void whoAsksTooMuchWaitsAndNobodyElseDoes() {
    try (Gateway gateway =
        Gateway.started(
            Servers.database(),
            "127.0.0.1:1",
            "convene.limits.period=10s",
            "convene.limits.per-client=3",
            "convene.limits.per-person=2")) {
      Api any = new Api(gateway);
      Api crm = any.with(ISSUER.system("crm", "meetings.read"));
      Api crmWithAnotherToken = any.with(ISSUER.system("crm", "meetings.read"));
      Api ada = any.with(ISSUER.person("ada@example.com", "meetings.read"));

      await().until(() -> crm.get(DOOR).statusCode() == 429);

      HttpResponse<String> refused = crmWithAnotherToken.get(DOOR);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("10");
      assertThat(Api.json(refused).get("type").stringValue())
          .isEqualTo("urn:convene:problem:too-many-requests");
      assertThat(any.with(ISSUER.system("hr", "meetings.read")).get(DOOR).statusCode())
          .isEqualTo(200);
      assertThat(ada.get(DOOR).statusCode()).isEqualTo(200);
      await().until(() -> ada.get(DOOR).statusCode() == 429);
      assertThat(any.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void afterTheTimeThatIsSaidItGoesOn() {
    try (Gateway gateway =
        Gateway.started(
            Servers.database(),
            "127.0.0.1:1",
            "convene.limits.period=1s",
            "convene.limits.per-client=3")) {
      Api crm = new Api(gateway).with(ISSUER.system("crm", "meetings.read"));
      await().until(() -> crm.get(DOOR).statusCode() == 429);

      await()
          .atMost(Duration.ofSeconds(5))
          .pollInterval(Duration.ofMillis(400))
          .until(() -> crm.get(DOOR).statusCode() == 200);
    }
  }
}
