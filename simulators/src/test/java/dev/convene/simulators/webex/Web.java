package dev.convene.simulators.webex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller with a token. */
record Web(URI base, String token) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body());
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    /** All that an error says: its message and descriptions. */
    String complaint() {
      return json().path("message").asString("") + json().path("errors");
    }
  }

  Answer get(String path, String... headers) {
    return send("GET", path, "application/json", null, headers);
  }

  Answer post(String path, String json, String... headers) {
    return send("POST", path, "application/json", json, headers);
  }

  Answer patch(String path, String json) {
    return send("PATCH", path, "application/json", json);
  }

  Answer put(String path, String json) {
    return send("PUT", path, "application/json", json);
  }

  Answer delete(String path) {
    return send("DELETE", path, "application/json", null);
  }

  Answer xml(String path, String message) {
    return send("POST", path, "text/xml;charset=UTF-8", message);
  }

  Answer form(String path, String form) {
    return send("POST", path, "application/x-www-form-urlencoded", form);
  }

  private Answer send(String method, String path, String type, String body, String... headers) {
    URI uri = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).header("Content-Type", type);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
