package dev.convene.webex.calls;

import dev.convene.contracts.Reason;
import dev.convene.webex.meetings.Answer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/**
 * What goes around each call, whichever of Webex's interfaces it uses: breaker, limits, credentials
 * that are tried anew once, and what it means when no answer came.
 */
public final class Envelope {

  private static final Duration TOKEN_REFUSED = Duration.ofMinutes(1);

  private final CircuitBreaker breaker;
  private final Duration breakerWait;
  private final CallLimits limits;

  Envelope(CircuitBreaker breaker, Duration breakerWait, CallLimits limits) {
    this.breaker = breaker;
    this.breakerWait = breakerWait;
    this.limits = limits;
  }

  /** One HTTP call, given the credentials. */
  public interface Call extends Function<String, ResponseEntity<byte[]>> {}

  /**
   * Reads a response, of whatever status; may throw {@link UnreadableAnswer}.
   *
   * @param <T> what was asked for
   */
  public interface Reading<T> extends Function<ResponseEntity<byte[]>, Said<T>> {}

  /** Makes the call, if it may be made now. */
  public <T> Answer<T> make(Credentials credentials, Call call, Reading<T> reading) {
    if (!breaker.tryAcquirePermission()) {
      return new Answer.HeldBack<>(
          new Reason("webex.unavailable", "Webex does not answer at the moment."), breakerWait);
    }
    Optional<Duration> wait = limits.acquire(credentials.owner());
    if (wait.isPresent()) {
      breaker.releasePermission();
      return new Answer.HeldBack<>(
          new Reason("webex.call-limit", "Webex allows only so many calls a minute."), wait.get());
    }
    long start = System.nanoTime();
    Answer<T> answer = answered(credentials, call, reading);
    long took = System.nanoTime() - start;
    switch (answer) {
      case Answer.Lost<T> _, Answer.Unreachable<T> _ ->
          breaker.onError(took, TimeUnit.NANOSECONDS, new NoAnswer());
      case Answer.Done<T> _, Answer.Refused<T> _, Answer.Throttled<T> _ ->
          breaker.onSuccess(took, TimeUnit.NANOSECONDS);
      // One person's token must not keep all others from Webex.
      case Answer.HeldBack<T> _ -> breaker.releasePermission();
    }
    return answer;
  }

  private static <T> Answer<T> answered(Credentials credentials, Call call, Reading<T> reading) {
    try {
      String first = credentials.get();
      return switch (reading.apply(call.apply(first))) {
        case Said.Answered<T>(Answer<T> answer) -> answer;
        case Said.NotAccepted<T> _ -> {
          credentials.reject(first);
          yield switch (reading.apply(call.apply(credentials.get()))) {
            case Said.Answered<T>(Answer<T> answer) -> answer;
            case Said.NotAccepted<T>(String traceId) -> notAccepted(traceId);
          };
        }
      };
    } catch (NoToken e) {
      return new Answer.HeldBack<>(e.reason(), e.retryAfter());
    } catch (UnreadableAnswer e) {
      return unreadable();
    } catch (ResourceAccessException e) {
      return neverArrived(e)
          ? new Answer.Unreachable<>(
              new Reason("webex.unreachable", "Webex cannot be reached at the moment."))
          : new Answer.Lost<>(new Reason("webex.no-answer", "Webex did not answer in time."));
    } catch (RestClientException e) {
      return unreadable();
    }
  }

  private static <T> Answer<T> notAccepted(@Nullable String traceId) {
    return new Answer.HeldBack<>(
        new Reason(
            "webex.token-refused",
            "Webex does not accept what it has just given to call it with. It is tried again by"
                + " itself.",
            traceId),
        TOKEN_REFUSED);
  }

  private static <T> Answer<T> unreadable() {
    return new Answer.Lost<>(
        new Reason("webex.unreadable", "Webex gave an answer that cannot be read."));
  }

  private static boolean neverArrived(ResourceAccessException e) {
    return e.getCause() instanceof ConnectException
        || e.getCause() instanceof HttpConnectTimeoutException;
  }

  /** What the breaker counts. */
  private static final class NoAnswer extends RuntimeException {
    NoAnswer() {
      super("no usable answer", null, false, false);
    }
  }
}
