package dev.convene.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Browser;
import dev.convene.gateway.servers.Gateway;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Servers;
import dev.convene.servers.Redis;
import org.junit.jupiter.api.Test;

/** Several replicas know the same people. */
class SharedSessionsIT {

  @Test
  void whoSignedInAtOneReplicaIsKnownAtTheOthers() {
    Redis redis = Redis.started();
    String setting = "REDIS_URL=" + redis.url();
    try (redis;
        Gateway one = Gateway.started(Servers.database(), "127.0.0.1:1", setting);
        Gateway other = Gateway.started(Servers.database(), "127.0.0.1:1", setting)) {
      Browser browser = new Browser(one);
      browser.signIn(Issuer.shared(), "ada@example.com", "meetings.read");

      browser.turnTo(other);

      assertThat(Api.json(browser.get("/api/v1/me")).get("email").stringValue())
          .isEqualTo("ada@example.com");
      browser.post(
          "/logout",
          "_csrf=" + browser.cookies().get("XSRF-TOKEN"),
          "Content-Type",
          "application/x-www-form-urlencoded");
      browser.turnTo(one);
      assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }
  }
}
