package dev.convene.webex.rest;

import dev.convene.contracts.Reason;
import dev.convene.defaults.http.RetryAfter;
import dev.convene.webex.meetings.Answer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/**
 * Makes one call with all that goes around it: breaker, limits, token, and what its answer means.
 */
final class WebexCalls {

  private static final Duration THROTTLED = Duration.ofSeconds(60);

  /** The quota of a day is the longest thing that Webex can ask to wait for. */
  private static final Duration LONGEST_BLOCK = Duration.ofDays(1);

  private final Duration breakerWait;
  private final WebexTokens tokens;
  private final CircuitBreaker breaker;
  private final CallLimits limits;
  private final Refusals refusals;
  private final InstantSource clock;

  WebexCalls(
      Duration breakerWait,
      WebexTokens tokens,
      CircuitBreaker breaker,
      CallLimits limits,
      Refusals refusals,
      InstantSource clock) {
    this.breakerWait = breakerWait;
    this.tokens = tokens;
    this.breaker = breaker;
    this.limits = limits;
    this.refusals = refusals;
    this.clock = clock;
  }

  /** One HTTP call, given the value of its {@code Authorization} header. */
  interface Call extends Function<String, ResponseEntity<byte[]>> {}

  /**
   * @param host whose meeting it is about, for the words of a refusal
   * @param done reads a 2xx answer, or a 404 where {@code notFoundIsAnAnswer}
   */
  <T> Answer<T> make(
      String host,
      boolean notFoundIsAnAnswer,
      Call call,
      Function<ResponseEntity<byte[]>, T> done) {
    if (!breaker.tryAcquirePermission()) {
      return new Answer.HeldBack<>(
          new Reason("webex.unavailable", "Webex does not answer at the moment."), breakerWait);
    }
    Optional<Duration> wait = limits.acquire();
    if (wait.isPresent()) {
      breaker.releasePermission();
      return new Answer.HeldBack<>(
          new Reason("webex.call-limit", "Webex allows only so many calls a minute."), wait.get());
    }
    long start = System.nanoTime();
    Answer<T> answer = withFreshToken(host, notFoundIsAnAnswer, call, done);
    long took = System.nanoTime() - start;
    switch (answer) {
      case Answer.Lost<T> _, Answer.Unreachable<T> _ ->
          breaker.onError(took, TimeUnit.NANOSECONDS, new NoAnswer());
      case Answer.Done<T> _, Answer.Refused<T> _, Answer.Throttled<T> _, Answer.HeldBack<T> _ ->
          breaker.onSuccess(took, TimeUnit.NANOSECONDS);
    }
    return answer;
  }

  private <T> Answer<T> withFreshToken(
      String host,
      boolean notFoundIsAnAnswer,
      Call call,
      Function<ResponseEntity<byte[]>, T> done) {
    try {
      String token = tokens.get();
      ResponseEntity<byte[]> response = call.apply("Bearer " + token);
      if (response.getStatusCode().value() == 401) {
        tokens.reject(token);
        response = call.apply("Bearer " + tokens.get());
      }
      return read(host, notFoundIsAnAnswer, response, done);
    } catch (NoToken e) {
      return new Answer.Unreachable<>(
          new Reason(
              "webex.no-token",
              "Webex did not accept Convene's own credentials; operations must renew them."));
    } catch (ResourceAccessException e) {
      return neverArrived(e)
          ? new Answer.Unreachable<>(
              new Reason("webex.unreachable", "Webex cannot be reached at the moment."))
          : new Answer.Lost<>(new Reason("webex.no-answer", "Webex did not answer in time."));
    } catch (RestClientException e) {
      return new Answer.Lost<>(
          new Reason("webex.unreadable", "Webex gave an answer that cannot be read."));
    }
  }

  private <T> Answer<T> read(
      String host,
      boolean notFoundIsAnAnswer,
      ResponseEntity<byte[]> response,
      Function<ResponseEntity<byte[]>, T> done) {
    int status = response.getStatusCode().value();
    if (response.getStatusCode().is2xxSuccessful() || (status == 404 && notFoundIsAnAnswer)) {
      try {
        return new Answer.Done<>(done.apply(response));
      } catch (UnreadableAnswer e) {
        return new Answer.Lost<>(
            new Reason("webex.unreadable", "Webex gave an answer that cannot be read."));
      }
    }
    if (status == 429 || status == 423) {
      Duration retryAfter =
          RetryAfter.of(
              response.getHeaders().getOrDefault(HttpHeaders.RETRY_AFTER, List.of()),
              clock.instant(),
              LONGEST_BLOCK);
      return new Answer.Throttled<>(
          new Reason(
              "webex.throttled",
              "Webex asks Convene to slow down.",
              refusals.trackingId(response.getBody())),
          retryAfter == null ? THROTTLED : retryAfter);
    }
    if (status == 401) {
      return new Answer.Unreachable<>(
          new Reason(
              "webex.no-token",
              "Webex did not accept Convene's own credentials; operations must renew them.",
              refusals.trackingId(response.getBody())));
    }
    if (status >= 500 || status == 408) {
      return new Answer.Lost<>(
          new Reason(
              "webex.error",
              "Webex has trouble of its own (" + status + ").",
              refusals.trackingId(response.getBody())));
    }
    return new Answer.Refused<>(refusals.reason(status, response.getBody(), host));
  }

  private static boolean neverArrived(ResourceAccessException e) {
    return e.getCause() instanceof ConnectException
        || e.getCause() instanceof HttpConnectTimeoutException;
  }

  /** Webex's token endpoint gave no token. */
  static final class NoToken extends RuntimeException {
    NoToken(String message) {
      super(message);
    }
  }

  /** A success whose body says nothing that we can use. */
  static final class UnreadableAnswer extends RuntimeException {
    UnreadableAnswer(Throwable cause) {
      super("the answer is not what Webex documents", cause);
    }
  }

  /** What the breaker counts. */
  private static final class NoAnswer extends RuntimeException {
    NoAnswer() {
      super("no usable answer", null, false, false);
    }
  }
}
