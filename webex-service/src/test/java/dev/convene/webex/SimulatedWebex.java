package dev.convene.webex;

import dev.convene.defaults.messaging.JsonDefaults;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control API of the Webex simulator: what it holds, and how it misbehaves. */
final class SimulatedWebex {

  private static final JsonMapper JSON = JsonDefaults.mapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  SimulatedWebex(URI base) {
    this.base = base;
  }

  /** The meetings that carry our mark and were not deleted. */
  List<JsonNode> live(UUID meetingId) {
    return items("/_sim/meetings?tag=convene:" + meetingId).stream()
        .filter(meeting -> !meeting.path("deleted").asBoolean(false))
        .toList();
  }

  /** The host's meetings whose agenda has our mark, as the XML API marks them. */
  List<JsonNode> liveByAgenda(UUID meetingId, String host) {
    return items("/_sim/meetings?host=" + host + "&agenda=convene:" + meetingId).stream()
        .filter(meeting -> !meeting.path("deleted").asBoolean(false))
        .toList();
  }

  List<JsonNode> mails() {
    return items("/_sim/outbox");
  }

  /** How often Webex was asked so far. */
  int requests(String method, String path) {
    return items("/_sim/journal?max=100000&method=" + method + "&path=" + path).size();
  }

  void fault(String json) {
    send("POST", "/_sim/faults", json);
  }

  void noFaults() {
    send("DELETE", "/_sim/faults", "");
  }

  void settings(String json) {
    send("PUT", "/_sim/settings", json);
  }

  private List<JsonNode> items(String path) {
    return JSON.readTree(send("GET", path, "")).path("items").valueStream().toList();
  }

  private String send(String method, String path, String body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve(path))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .header("Content-Type", "application/json")
              .build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new AssertionError(method + " " + path + ": " + response.body());
      }
      return response.body();
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
