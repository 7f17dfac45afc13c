package dev.convene.webex.calls;

import dev.convene.contracts.Reason;
import dev.convene.defaults.http.RetryAfter;
import dev.convene.webex.meetings.Answer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** The HTTP statuses that mean the same for both of Webex's interfaces. */
public final class Statuses {

  /** What Webex's documentation advises where it does not say how long. */
  public static final Duration THROTTLED = Duration.ofSeconds(60);

  /** The quota of a day is the longest thing that Webex can ask to wait for. */
  private static final Duration LONGEST_BLOCK = Duration.ofDays(1);

  private final InstantSource clock;

  public Statuses(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What this status means; empty where the interface itself must tell.
   *
   * @param traceId what support at Webex asks for
   */
  public <T> Optional<Said<T>> meaning(ResponseEntity<?> response, @Nullable String traceId) {
    int status = response.getStatusCode().value();
    if (status == 429 || status == 423) {
      Duration retryAfter =
          RetryAfter.of(
              response.getHeaders().getOrDefault(HttpHeaders.RETRY_AFTER, List.of()),
              clock.instant(),
              LONGEST_BLOCK);
      return Optional.of(
          new Said.Answered<>(throttled(traceId, retryAfter == null ? THROTTLED : retryAfter)));
    }
    if (status == 401) {
      return Optional.of(new Said.NotAccepted<>(traceId));
    }
    if (status >= 500 || status == 408) {
      return Optional.of(
          new Said.Answered<>(
              new Answer.Lost<>(
                  new Reason(
                      "webex.error", "Webex has trouble of its own (" + status + ").", traceId))));
    }
    return Optional.empty();
  }

  /** Too much was asked for. */
  public static <T> Answer<T> throttled(@Nullable String traceId, Duration retryAfter) {
    return new Answer.Throttled<>(
        new Reason("webex.throttled", "Webex asks Convene to slow down.", traceId), retryAfter);
  }
}
