package dev.convene.calendar;

import dev.convene.defaults.messaging.JsonDefaults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control API of the Microsoft simulator: what it holds, what it heard, how it misbehaves. */
public final class SimulatedMicrosoft {

  private static final JsonMapper JSON = JsonDefaults.mapper();

  private static final String CLIENT =
      "&client_id=convene-calendar&client_secret=convene-calendar-secret";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  public SimulatedMicrosoft(URI base) {
    this.base = base;
  }

  /** The organizer's events that bear the meeting's mark, and were not cancelled or deleted. */
  public List<JsonNode> live(UUID meetingId) {
    return items("/_sim/events?ref=" + meetingId).stream()
        .filter(event -> event.path("organizer").asBoolean(false))
        .filter(event -> event.path("state").asString().equals("live"))
        .toList();
  }

  /** The mails about the meeting, of one kind: invite, update or cancel. */
  public List<JsonNode> mails(UUID meetingId, String kind) {
    return items("/_sim/outbox?ref=" + meetingId).stream()
        .filter(mail -> mail.path("kind").asString().equals(kind))
        .toList();
  }

  /** The calls for one mailbox. */
  public List<JsonNode> calls(String method, String mailbox) {
    return items("/_sim/journal?path=/v1.0&max=10000&method=" + method + "&mailbox=" + mailbox);
  }

  /** What no careful client does, counted. */
  public JsonNode audit() {
    return JSON.readTree(send("GET", "/_sim/audit", ""));
  }

  /** The marks that more than one live event has. */
  public List<JsonNode> duplicates() {
    return JSON.readTree(send("GET", "/_sim/journal/summary", ""))
        .path("duplicates")
        .valueStream()
        .toList();
  }

  public void fault(String json) {
    send("POST", "/_sim/faults", json);
  }

  public void noFaults() {
    send("DELETE", "/_sim/faults", "");
  }

  /** Everything as at the start. */
  public void reset() {
    send("DELETE", "/_sim/faults", "");
    send("DELETE", "/_sim/state", "");
  }

  public void settings(String json) {
    send("PUT", "/_sim/settings", json);
  }

  /** An access token of the application, as auth-service would get it. */
  public String token() {
    return token(
        "grant_type=client_credentials&scope=https://graph.microsoft.com/.default" + CLIENT);
  }

  /** An access token of somebody who has signed in. */
  public String tokenOf(String mailbox) {
    String code =
        JSON.readTree(
                send(
                    "POST",
                    "/_sim/codes",
                    """
                    {"user":"%s","redirectUri":"http://localhost/","scope":"Calendars.ReadWrite"}\
                    """
                        .formatted(mailbox)))
            .path("code")
            .asString();
    return token(
        "grant_type=authorization_code&redirect_uri=http://localhost/&code=" + code + CLIENT);
  }

  private String token(String form) {
    return JSON.readTree(
            send(
                "POST",
                "/contoso.example/oauth2/v2.0/token",
                form,
                "application/x-www-form-urlencoded"))
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
              .method(method, BodyPublishers.ofString(body))
              .header("Content-Type", type)
              .build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new AssertionError(method + " " + path + ": " + response.body());
      }
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
