package dev.convene.calendar.graph;

import com.microsoft.graph.models.odataerrors.MainError;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.serialization.UntypedString;
import dev.convene.calendar.graph.Failure.Kind;
import dev.convene.defaults.http.RetryAfter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Reads the SDK's exceptions, which are many for one and the same trouble. */
final class Failures {

  /** Outlook's longest window is ten minutes; a header that says more than this is not believed. */
  static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private static final int LONGEST_CODE = 60;
  private static final String EXISTING_EVENT = "@event.existingEventId";

  private Failures() {}

  static Failure of(RuntimeException thrown, String mailbox, Instant now) {
    if (thrown instanceof ApiException answered) {
      return answered(answered, mailbox, now);
    }
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return neverArrived(io)
            ? new Failure(Kind.UNREACHABLE, Reasons.unreachable(), null)
            : new Failure(Kind.BROKEN, Reasons.noAnswer(), null);
      }
    }
    return unreadable();
  }

  /** A success whose body is not what was asked for. */
  static Failure unreadable() {
    return new Failure(Kind.BROKEN, Reasons.unreadable(), null);
  }

  private static boolean neverArrived(IOException io) {
    return io instanceof ConnectException
        || io instanceof UnknownHostException
        || io instanceof NoRouteToHostException
        || io instanceof SSLHandshakeException;
  }

  private static Failure answered(ApiException thrown, String mailbox, Instant now) {
    int status = thrown.getResponseStatusCode();
    MainError error = thrown instanceof ODataError odata ? odata.getError() : null;
    String code = code(error);
    String requestId = requestId(thrown);
    Duration retryAfter = RetryAfter.of(header(thrown, "Retry-After"), now, LONGEST_WAIT);
    return switch (kind(status, code)) {
      case DUPLICATE ->
          new Failure(Kind.DUPLICATE, Reasons.eventRemoved(requestId), null, existingEvent(error));
      case THROTTLED ->
          new Failure(Kind.THROTTLED, Reasons.throttled(mailbox, requestId), retryAfter);
      case CONFLICT -> new Failure(Kind.CONFLICT, Reasons.conflict(requestId), retryAfter);
      case NOT_AUTHORIZED ->
          new Failure(Kind.NOT_AUTHORIZED, Reasons.notAuthorized(requestId), null);
      case BROKEN -> new Failure(Kind.BROKEN, Reasons.broken(status, code, requestId), retryAfter);
      case Kind other ->
          new Failure(other, Reasons.refusal(status, code, mailbox, requestId), null);
    };
  }

  private static Kind kind(int status, String code) {
    return switch (code) {
      case "ErrorDuplicateTransactionId" -> Kind.DUPLICATE;
      case "ErrorInvalidRecipients" -> Kind.INVALID_RECIPIENT;
      case "ConcurrentItemSave" -> Kind.CONFLICT;
      // It comes with 507, too, which is no fault of the provider's.
      case "ErrorQuotaExceeded" -> Kind.REFUSED;
      default ->
          switch (status) {
            case 401 -> Kind.NOT_AUTHORIZED;
            case 404 -> "ErrorItemNotFound".equals(code) ? Kind.GONE : Kind.REFUSED;
            case 409, 412 -> Kind.CONFLICT;
            case 429 -> Kind.THROTTLED;
            case 408 -> Kind.BROKEN;
            default -> status >= 400 && status < 500 ? Kind.REFUSED : Kind.BROKEN;
          };
    };
  }

  /** Bounded and plain, since it is shown to people. */
  private static String code(@Nullable MainError error) {
    String code = error == null ? null : error.getCode();
    if (code == null || code.isBlank()) {
      return "UnknownError";
    }
    String plain = code.replaceAll("[^A-Za-z0-9_.-]", "");
    return plain.substring(0, Math.min(plain.length(), LONGEST_CODE));
  }

  private static @Nullable String existingEvent(@Nullable MainError error) {
    Object value = error == null ? null : error.getAdditionalData().get(EXISTING_EVENT);
    return switch (value) {
      case String id -> id;
      case UntypedString id -> id.getValue();
      case null, default -> null;
    };
  }

  private static @Nullable String requestId(ApiException thrown) {
    return header(thrown, "request-id").stream()
        .filter(id -> id.matches("[A-Za-z0-9-]{1,64}"))
        .findFirst()
        .orElse(null);
  }

  private static Set<String> header(ApiException thrown, String name) {
    Set<String> values = thrown.getResponseHeaders().get(name);
    return values == null ? Set.of() : values;
  }
}
