package dev.convene.simulators.webex;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Refusal;
import dev.convene.simulators.http.Reply;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Errors as Webex words them: a message, descriptions where there are any, and a tracking id. */
final class WebexErrors {
  static final String INVALID = "The input parameters contain invalid items.";

  private WebexErrors() {}

  static Reply reply(int status, String message, List<String> descriptions) {
    ObjectNode body = Json.object().put("message", message);
    if (!descriptions.isEmpty()) {
      ArrayNode errors = body.putArray("errors");
      descriptions.forEach(text -> errors.addObject().put("description", text));
    }
    String trackingId = trackingId();
    body.put("trackingId", trackingId);
    return Reply.json(status, body).with("trackingId", trackingId);
  }

  static Reply reply(int status, String message) {
    return reply(status, message, List.of(message));
  }

  /** A 400 with what is wrong. */
  static Refusal invalid(String... descriptions) {
    return new Refusal(reply(400, INVALID, List.of(descriptions)));
  }

  static Refusal refusal(int status, String message) {
    return new Refusal(reply(status, message));
  }

  static Refusal forbidden() {
    return refusal(
        403,
        "The access token is missing required scopes or the user is missing required roles or"
            + " licenses.");
  }

  static Refusal unknownMeeting() {
    return refusal(404, "The meeting could not be found.");
  }

  static Reply unauthorized() {
    return reply(
        401, "The request requires a valid access token set in the Authorization request header.");
  }

  /** A page, not JSON, as the gateway in front of Webex sends it. */
  static Reply throttled(long retryAfterSeconds) {
    return Reply.text(
            429,
            "text/html",
            "<html><head><title>429 Too Many Requests</title></head>"
                + "<body><h1>Too Many Requests</h1></body></html>")
        .with("Retry-After", Long.toString(retryAfterSeconds))
        .with("trackingId", trackingId());
  }

  static String trackingId() {
    return "SIM_" + UUID.randomUUID();
  }
}
