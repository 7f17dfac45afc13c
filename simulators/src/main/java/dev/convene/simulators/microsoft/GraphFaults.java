package dev.convene.simulators.microsoft;

import dev.convene.simulators.faults.Fault;
import dev.convene.simulators.faults.Kind;
import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.microsoft.entra.OAuthError;
import dev.convene.simulators.microsoft.odata.GraphError;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What goes wrong at Microsoft in ways of its own. */
final class GraphFaults {
  private static final Duration HTTP_DATE_AHEAD = Duration.ofSeconds(2);

  private final GraphReplies replies;
  private final InstantSource clock;

  GraphFaults(GraphReplies replies, InstantSource clock) {
    this.replies = replies;
    this.clock = clock;
  }

  List<Kind> kinds() {
    return List.of(
        after(
            "concurrent-item-save",
            "carries the call out, but answers 503 ConcurrentItemSave",
            new GraphError(
                503,
                "ConcurrentItemSave",
                "Conflicts occurred during saving data to store when an item was updated"
                    + " concurrently. Please retry the request.")),
        after(
            "invalid-recipients-created",
            "carries the call out, but answers 400 ErrorInvalidRecipients",
            GraphErrors.invalidRecipients("At least one recipient isn't valid.")),
        before("html-503", "answers 503 with an HTML page", (_, _) -> html()),
        before("empty-503", "answers 503 without a body", (_, _) -> Reply.empty(503)),
        before(
            "transient-412",
            "answers 412 ErrorIrresolvableConflict although there was no If-Match",
            GraphErrors.changeKeyMismatch()),
        before(
            "overlapping-write",
            "answers 409 ErrorIrresolvableConflict",
            new GraphError(
                409,
                "ErrorIrresolvableConflict",
                "The send or update operation could not be performed because of another one.")),
        before(
            "insufficient-claims",
            "answers 401 and asks for claims in WWW-Authenticate",
            insufficientClaims()),
        before(
            "retry-after-date",
            "answers 429 with an HTTP date, two seconds ahead, in Retry-After",
            (call, _) -> throttled(call, date())),
        before(
            "retry-after-list",
            "answers 429 with Retry-After: 31,120",
            (call, _) -> throttled(call, "31,120")),
        before(
            "retry-after-absent",
            "answers 429 without Retry-After",
            new GraphError(429, "TooManyRequests", "Too many requests.")),
        before(
            "unknown-error",
            "answers 429 with the code UnknownError and an empty message",
            new GraphError(429, "UnknownError", "").withHeader("Retry-After", "1")),
        before(
            "nested-inner-error",
            "answers 500 with an inner error in the inner error",
            (call, _) ->
                replies.error(
                    call,
                    new GraphError(
                        500, "ErrorInternalServerError", "An internal server error occurred."),
                    true)),
        oauth("invalid-grant", OAuthError.invalidGrant(700082, "The token has expired.")),
        oauth("grant-revoked", OAuthError.invalidGrant(50173, "The grant was revoked.")),
        oauth(
            "interaction-required",
            new OAuthError(400, "interaction_required", 50076, "Multi-factor sign-in is needed.")),
        oauth("invalid-client", OAuthError.invalidClient(7000222, "The secret has expired.")),
        oauth(
            "temporarily-unavailable",
            new OAuthError(503, "temporarily_unavailable", 90033, "A transient error occurred.")));
  }

  private Kind after(String name, String meaning, GraphError error) {
    return new Kind(
        name,
        meaning,
        (call, fault, _, effect) -> {
          effect.handle(call);
          fault.pause();
          return fault.worded(replies.error(call, error));
        });
  }

  private Kind before(String name, String meaning, GraphError error) {
    return before(name, meaning, (call, _) -> replies.error(call, error));
  }

  private Kind oauth(String name, OAuthError error) {
    return before(
        name,
        "answers " + error.status() + " " + error.error() + " as the token endpoint words it",
        (_, _) -> error.reply(clock.instant()));
  }

  private static Kind before(String name, String meaning, BiFunction<Call, Fault, Reply> answer) {
    return new Kind(
        name,
        meaning,
        (call, fault, _, _) -> {
          fault.pause();
          return fault.worded(answer.apply(call, fault));
        });
  }

  private Reply throttled(Call call, String retryAfter) {
    return replies.error(
        call,
        new GraphError(429, "TooManyRequests", "Too many requests.")
            .withHeader("Retry-After", retryAfter));
  }

  private String date() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        clock.instant().plus(HTTP_DATE_AHEAD).atOffset(ZoneOffset.UTC));
  }

  private static GraphError insufficientClaims() {
    String claims =
        Base64.getEncoder()
            .encodeToString(
                "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"}}}"
                    .getBytes(StandardCharsets.US_ASCII));
    return new GraphError(
        401,
        "InvalidAuthenticationToken",
        "Continuous access evaluation resulted in challenge with result: InteractionRequired.",
        Map.of(),
        Map.of(
            "WWW-Authenticate",
            "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2"
                + "/authorize\", error=\"insufficient_claims\", claims=\""
                + claims
                + "\""));
  }

  private static Reply html() {
    return Reply.text(
        503,
        "text/html",
        "<html><head><title>503 Service Unavailable</title></head>"
            + "<body><h1>Service Unavailable</h1></body></html>");
  }
}
