package dev.convene.simulators.microsoft;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.microsoft.entra.OAuthError;
import dev.convene.simulators.microsoft.odata.GraphError;
import java.time.Duration;
import java.time.InstantSource;

/** How Graph, and Entra's token endpoint, word a failure that a fault asks for by its status. */
final class Faulty {
  private Faulty() {}

  static Reply status(
      Call call, int status, boolean graph, GraphReplies replies, InstantSource clock) {
    if (!graph) {
      String error = status >= 500 || status == 429 ? "temporarily_unavailable" : "invalid_request";
      return new OAuthError(status, error, 90033, "A transient error occurred.")
          .reply(clock.instant());
    }
    return replies.error(call, new GraphError(status, code(status), message(status)));
  }

  static Reply throttled(
      Call call, Duration wait, boolean graph, GraphReplies replies, InstantSource clock) {
    return graph
        ? replies.error(
            call,
            Gate.throttled(
                "ApplicationThrottled", "Application is over its MailboxConcurrency limit.", wait))
        : status(call, 429, false, replies, clock)
            .with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
  }

  private static String code(int status) {
    return switch (status) {
      case 400 -> "ErrorInvalidRequest";
      case 401 -> "InvalidAuthenticationToken";
      case 403 -> "ErrorAccessDenied";
      case 404 -> "ErrorItemNotFound";
      case 409, 412 -> "ErrorIrresolvableConflict";
      case 429 -> "TooManyRequests";
      case 500 -> "ErrorInternalServerError";
      case 502 -> "BadGateway";
      case 503 -> "ErrorServerBusy";
      case 504 -> "GatewayTimeout";
      case 509 -> "BandwidthLimitExceeded";
      default -> "UnknownError";
    };
  }

  private static String message(int status) {
    return switch (status) {
      case 500 -> "An internal server error occurred. The operation failed.";
      case 503 -> "The server cannot service this request right now. Try again later.";
      case 504 -> "The request timed out.";
      default -> "The simulator was told to answer " + status + ".";
    };
  }
}
