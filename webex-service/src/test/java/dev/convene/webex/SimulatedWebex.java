package dev.convene.webex;

import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.webex.calls.Api;
import dev.convene.worker.surroundings.HandOutServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  /** The callers of each create so far: addresses, or {@code application}. */
  List<String> creators(UUID meetingId) {
    return items("/_sim/journal?max=100000&method=POST&path=/v1/meetings").stream()
        .filter(call -> call.path("tag").asString("").equals("convene:" + meetingId))
        .map(call -> call.path("caller").asString(""))
        .toList();
  }

  /** Makes all access tokens void before their time. */
  void voidTokens() {
    send("DELETE", "/_sim/tokens", "");
  }

  /**
   * What auth-service would hand out: people are known by their mailboxes here, and the application
   * of sites that have the XML API is their administrator.
   */
  HandOutServer.Answer handOut(Api api, Map<String, String> asked) {
    if (asked.containsKey("refused")) {
      voidTokens(); // else Webex would give the same again
    }
    String token =
        asked.get("subject_token_type").endsWith("person")
            ? tokenOf(asked.get("subject_token"))
            : switch (api) {
              case REST -> refreshed("convene-webex-refresh");
              case XML -> refreshed("convene-webex-admin-refresh");
            };
    return HandOutServer.Answer.token(token, Duration.ofHours(1));
  }

  private String refreshed(String refreshToken) {
    return token(
        "grant_type=refresh_token&refresh_token="
            + refreshToken
            + "&client_id=convene-webex&client_secret=convene-webex-secret");
  }

  /** The access token of somebody who has connected Webex. */
  String tokenOf(String mailbox) {
    String code =
        JSON.readTree(
                send(
                    "POST",
                    "/_sim/codes",
                    """
                    {"user":"%s","redirectUri":"http://localhost/",
                     "scope":"meeting:schedules_read meeting:schedules_write"}\
                    """
                        .formatted(mailbox)))
            .path("code")
            .asString();
    return token(
        "grant_type=authorization_code&redirect_uri=http://localhost/&code="
            + code
            + "&client_id=convene-webex&client_secret=convene-webex-secret");
  }

  private String token(String form) {
    return JSON.readTree(
            send("POST", "/v1/access_token", form, "application/x-www-form-urlencoded"))
        .path("access_token")
        .asString();
  }

  private List<JsonNode> items(String path) {
    return JSON.readTree(send("GET", path, "")).path("items").valueStream().toList();
  }

  private String send(String method, String path, String body) {
    return send(method, path, body, "application/json");
  }

  private String send(String method, String path, String body, String type) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve(path))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .header("Content-Type", type)
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
