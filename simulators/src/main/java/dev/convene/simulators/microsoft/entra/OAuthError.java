package dev.convene.simulators.microsoft.entra;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Refusal;
import dev.convene.simulators.http.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * A refusal of the token endpoint.
 *
 * @param error as OAuth names it
 * @param code the number of the AADSTS code
 */
public record OAuthError(int status, String error, int code, String description) {
  public static OAuthError invalidRequest(int code, String description) {
    return new OAuthError(400, "invalid_request", code, description);
  }

  public static OAuthError invalidGrant(int code, String description) {
    return new OAuthError(400, "invalid_grant", code, description);
  }

  public static OAuthError invalidClient(int code, String description) {
    return new OAuthError(401, "invalid_client", code, description);
  }

  public Reply reply(Instant now) {
    String trace = UUID.randomUUID().toString();
    String correlation = UUID.randomUUID().toString();
    String at = now.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    ObjectNode body =
        Json.object()
            .put("error", error)
            .put(
                "error_description",
                "AADSTS%d: %s Trace ID: %s Correlation ID: %s Timestamp: %s"
                    .formatted(code, description, trace, correlation, at));
    body.putArray("error_codes").add(code);
    body.put("timestamp", at).put("trace_id", trace).put("correlation_id", correlation);
    if (error.equals("interaction_required")) {
      body.put("suberror", "basic_action");
    }
    return Reply.json(status, body).with("Cache-Control", "no-store");
  }

  Refusal refused(Instant now) {
    return new Refusal(reply(now));
  }
}
