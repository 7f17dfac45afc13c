package dev.convene.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control API of a vendor's simulator: what it holds, what it was asked, what shall fail. */
final class Simulator {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  Simulator(URI url) {
    this.url = url;
  }

  /** The items of a list under {@code /_sim}. */
  List<JsonNode> items(String list, Map<String, String> filter) {
    String query =
        filter.entrySet().stream()
            .map(entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return get(list + "?" + query).path("items").valueStream().toList();
  }

  JsonNode get(String path) {
    return JSON.readTree(send(request(path)).body());
  }

  /** From now on. */
  void fault(Fault fault) {
    HttpResponse<String> answer =
        send(request("faults").POST(BodyPublishers.ofString(fault.json().toString())));
    if (answer.statusCode() != 201) {
      throw new IllegalStateException("no such fault: " + answer.body());
    }
  }

  /** Orders something that has no answer worth reading. */
  void order(String path, String json) {
    HttpResponse<String> answer = send(request(path).POST(BodyPublishers.ofString(json)));
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
  }

  void delete(String path) {
    send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + "/_sim/" + path))
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("the simulator does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
