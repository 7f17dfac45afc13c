package dev.convene.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.Browser;
import dev.convene.auth.servers.Browser.Page;
import dev.convene.auth.servers.Http.Answer;
import dev.convene.auth.servers.Portal;
import dev.convene.auth.servers.SimulatedVendors;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An application that operators have registered asks each person first. */
class ConsentIT {

  private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]*)\"");
  private static final String BACK = "https://planner.test/back";

  private final AuthServer server = AuthServer.shared();
  private final String id = "planner-" + UUID.randomUUID();
  private final Browser browser = server.signedIn(SimulatedVendors.somebody());

  private Page asked() {
    Answer registered =
        server
            .http()
            .post(
                "/api/v1/clients",
                "Bearer " + server.http().operatorToken(),
                """
                {"clientId": "%s", "name": "Planner <b>", "scopes": ["openid", "meetings.read"],
                 "redirectUris": ["%s"]}
                """
                    .formatted(id, BACK));
    assertThat(registered.status()).as(registered.body()).isEqualTo(201);
    return page();
  }

  private Page page() {
    Map<String, String> request = Portal.request();
    request.put("client_id", id);
    request.put("redirect_uri", BACK);
    request.put("scope", "openid meetings.read");
    return browser.follow(server.portal().send(browser, request));
  }

  @Test
  void nothingIsGivenBeforeThePersonAllowsIt() {
    Page page = asked();
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("Planner &lt;b&gt;", "see your meetings");
    assertThat(page.header("Content-Security-Policy"))
        .contains("form-action 'self' https://planner.test;");
    Page allowed = browser.submit(page, "/oauth2/authorize");
    assertThat(allowed.location().toString()).startsWith(BACK);
    assertThat(allowed.sent("code")).isNotNull();
    assertThat(page().sent("code")).as("without being asked again").isNotNull();
  }

  @Test
  void whoDoesNotAllowItGivesNothing() {
    Page page = asked();
    Matcher state = STATE.matcher(page.body());
    assertThat(state.find()).isTrue();
    Page refused =
        browser.post(
            browser.at("/oauth2/authorize"),
            Browser.form(Map.of("client_id", id, "state", state.group(1).replace("&#x3D;", "="))));
    assertThat(refused.location().toString()).startsWith(BACK);
    assertThat(refused.sent("error")).isEqualTo("access_denied");
    assertThat(page().status()).isEqualTo(200);
  }

  @Test
  void noMoreIsGivenThanWasAskedFor() {
    Page page = asked();
    Page forged = browser.submit(page, "/oauth2/authorize", "scope", "meetings.write");
    assertThat(forged.sent("error")).isEqualTo("invalid_scope");
  }
}
