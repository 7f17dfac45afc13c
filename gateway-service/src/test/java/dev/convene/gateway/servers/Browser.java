package dev.convene.gateway.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps cookies, and follows nothing by itself. What it does not know of cookies it ignores. */
public final class Browser {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, String> cookies = new TreeMap<>();
  private String url;

  public Browser(Gateway gateway) {
    this.url = gateway.url();
  }

  /** Goes on with the same cookies at another replica. */
  public void turnTo(Gateway other) {
    url = other.url();
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)));
  }

  /** The query that it is sent to the issuer with. */
  public Map<String, String> beginSignIn() {
    HttpResponse<String> answer = get("/oauth2/authorization/convene");
    assertThat(answer.statusCode()).isEqualTo(302);
    URI authorize = location(answer);
    assertThat(authorize.getPath()).isEqualTo("/oauth2/authorize");
    return Codes.parameters(authorize.getRawQuery());
  }

  /** Comes back with a code. */
  public HttpResponse<String> comeBack(String code, String state) {
    return get("/login/oauth2/code/convene?code=" + code + "&state=" + state.replace("=", "%3D"));
  }

  /** All of it, without a hitch. */
  public HttpResponse<String> signIn(Issuer issuer, String email, String... scopes) {
    Map<String, String> query = beginSignIn();
    HttpResponse<String> answer =
        comeBack(issuer.codeFor(query, email, scopes), query.get("state"));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer).getPath()).isEqualTo("/");
    assertThat(location(answer).getQuery()).isNull();
    return answer;
  }

  public static URI location(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").stream()
          .flatMap(
              header -> HttpCookie.parse(header.replaceAll("; ?SameSite=[A-Za-z]+", "")).stream())
          .forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
              cookies.remove(cookie.getName());
            } else {
              cookies.put(cookie.getName(), cookie.getValue());
            }
          });
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
