package dev.convene.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person with a browser: it keeps cookies, follows redirects, and sends forms. */
final class Visitor {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
  private static final Pattern ACTION =
      Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI gateway;
  private final URI auth;

  Visitor(URI gateway, URI auth) {
    this.gateway = gateway;
    this.auth = auth;
  }

  /** By way of auth-service and Microsoft's pages. */
  void signIn(String mailbox) {
    get(gateway.resolve("/oauth2/authorization/convene"));
    HttpResponse<String> people = get(auth.resolve("/oauth2/authorization/microsoft"));
    HttpResponse<String> consent = submit(people, "user=" + encoded(mailbox));
    HttpResponse<String> home = submit(consent, "decision=accept");
    assertThat(home.uri().getPort()).as(home.body()).isEqualTo(gateway.getPort());
    assertThat(String.valueOf(home.uri().getQuery())).doesNotContain("failed");
  }

  /** By way of the page of connected accounts and Webex's own pages; needs to be signed in. */
  void connectWebex(String mailbox) {
    HttpResponse<String> people = get(auth.resolve("/accounts/webex/connect"));
    HttpResponse<String> consent = submit(people, "user=" + encoded(mailbox));
    HttpResponse<String> accounts = submit(consent, "decision=accept");
    assertThat(accounts.uri().getQuery()).as(accounts.body()).isEqualTo("connected=webex");
  }

  private HttpResponse<String> submit(HttpResponse<String> page, String choice) {
    Matcher action = ACTION.matcher(page.body());
    assertThat(action.find()).as(page.uri() + " " + page.body()).isTrue();
    StringBuilder form = new StringBuilder(choice);
    Matcher hidden = HIDDEN.matcher(page.body());
    while (hidden.find()) {
      String value = hidden.group(2).replace("&amp;", "&").replace("&#39;", "'");
      form.append('&').append(encoded(hidden.group(1))).append('=').append(encoded(value));
    }
    return send(
        HttpRequest.newBuilder(page.uri().resolve(action.group(1)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString())));
  }

  /** Schedules a meeting, which has to be accepted, and returns its id. */
  String schedule(MeetingRequest request) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(gateway.resolve("/api/v1/meetings"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.ofString(request.json())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return JSON.readTree(answer.body()).path("id").stringValue();
  }

  HttpResponse<String> api(String path) {
    return get(gateway.resolve("/api/v1/" + path));
  }

  JsonNode json(String path) {
    HttpResponse<String> answer = api(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** The meeting when it has come to its end, which has to be this one. */
  void ended(String id, String status) {
    await("the end of " + id)
        .atMost(Duration.ofSeconds(30))
        .until(() -> json("meetings/" + id).path("status").stringValue(), status::equals);
  }

  /** The meeting when it waits for that reason. */
  JsonNode reason(String id, String code) {
    return await(id + " to wait")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> json("meetings/" + id),
            meeting -> meeting.at("/delay/reason/code").asString("").equals(code));
  }

  /** The value of the cookie of that name. */
  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> get(URI url) {
    return send(HttpRequest.newBuilder(url).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
