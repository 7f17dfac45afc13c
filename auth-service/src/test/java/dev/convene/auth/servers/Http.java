package dev.convene.auth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its callers see it. */
public record Http(String url) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** An answer. */
  public record Answer(int status, String body, HttpResponse<String> response) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    public String text(String field) {
      JsonNode node = json().get(field);
      return node == null ? null : node.isString() ? node.stringValue() : node.toString();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }
  }

  public static String basic(String client, String secret) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  /** Posts a form; {@code pairs} are names and values by turns. */
  public Answer form(String path, String authorization, String... pairs) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        request(path, authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", fields))));
  }

  /** Asks for a token with client credentials. */
  public Answer askForToken(String client, String secret, String... scopes) {
    String[] fields =
        scopes.length == 0
            ? new String[] {"grant_type", "client_credentials"}
            : new String[] {"grant_type", "client_credentials", "scope", String.join(" ", scopes)};
    return form("/oauth2/token", basic(client, secret), fields);
  }

  /** A token that must be given. */
  public String token(String client, String secret, String... scopes) {
    Answer answer = askForToken(client, secret, scopes);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.text("access_token");
  }

  public String operatorToken() {
    return token("operator", ClientsFiles.SECRET, "operations.write");
  }

  public boolean isActive(String token) {
    Answer answer =
        form("/oauth2/introspect", basic("operator", ClientsFiles.SECRET), "token", token);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().get("active").booleanValue();
  }

  public Answer get(String path, String authorization) {
    return send(request(path, authorization).GET());
  }

  public Answer post(String path, String authorization, String json) {
    return send(
        request(path, authorization)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  int delete(String path) {
    return send(request(path, null).DELETE()).status();
  }

  /** A service asks for the vendor's token of that person, for a meeting. */
  public Answer vendorToken(String bearer, String person, String resource, UUID meeting) {
    return vendorToken(
        bearer, "urn:convene:token-type:person", person, resource, meeting.toString());
  }

  public Answer vendorToken(
      String bearer, String type, String subject, String resource, String meeting) {
    return form(
        "/internal/v1/vendor-tokens",
        bearer == null ? null : "Bearer " + bearer,
        "grant_type",
        "urn:ietf:params:oauth:grant-type:token-exchange",
        "subject_token_type",
        type,
        "subject_token",
        subject,
        "resource",
        resource,
        "meeting",
        meeting);
  }

  private HttpRequest.Builder request(String path, String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
