package dev.convene.calendar.graph;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import dev.convene.calendar.graph.Failure.Kind;
import dev.convene.worker.vault.Pass;
import dev.convene.worker.vault.VendorToken.Granted;
import dev.convene.worker.vault.VendorToken.Missing;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What every call to Graph goes through: its mailbox's gate, the provider's circuit breaker, and
 * the reading of whatever goes wrong. Repeats nothing, but for one 401. Without a token it makes
 * none.
 */
final class GraphCalls {

  private final GraphSettings settings;
  private final OkHttpClient http;
  private final CircuitBreaker breaker;
  private final MailboxGate gate;
  private final InstantSource clock;
  private final MeterRegistry meters;

  GraphCalls(
      GraphSettings settings,
      OkHttpClient http,
      CircuitBreaker breaker,
      InstantSource clock,
      MeterRegistry meters) {
    this.settings = settings;
    this.http = http;
    this.breaker = breaker;
    this.gate = new MailboxGate(settings.callsPerMailbox(), settings.permitTimeout(), clock);
    this.clock = clock;
    this.meters = meters;
  }

  static CircuitBreakerConfig breakerConfig(GraphSettings settings) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(100)
        .minimumNumberOfCalls(20)
        .failureRateThreshold(50)
        .waitDurationInOpenState(settings.breakerWait())
        .automaticTransitionFromOpenToHalfOpenEnabled(true)
        .permittedNumberOfCallsInHalfOpenState(10)
        // The probes may have ended without a call.
        .maxWaitDurationInHalfOpenState(Duration.ofMinutes(1))
        .recordResult(GraphCalls::speaksAgainstProvider)
        .build();
  }

  private static boolean speaksAgainstProvider(Object answer) {
    return answer instanceof Answer.Failed<?>(var failure)
        && failure.kind().speaksAgainstProvider();
  }

  /**
   * Calls Graph once.
   *
   * @param pass with whose rights
   * @param operation for metrics
   * @param request makes its models itself, since they are good for one call only; null and
   *     exceptions of the SDK are failures
   */
  <T> Answer<T> call(
      Pass pass,
      String operation,
      String mailbox,
      Function<GraphServiceClient, @Nullable T> request) {
    return switch (pass.token()) {
      case Granted(var token) ->
          gate.within(mailbox, () -> guarded(pass, token, operation, mailbox, request));
      case Missing missing -> notAsked(missing);
    };
  }

  private <T> Answer<T> guarded(
      Pass pass,
      String token,
      String operation,
      String mailbox,
      Function<GraphServiceClient, @Nullable T> request) {
    try {
      return breaker.executeSupplier(() -> authorized(pass, token, operation, mailbox, request));
    } catch (CallNotPermittedException e) {
      // Half-open, the first calls decide within moments.
      Duration wait = breaker.getState() == State.HALF_OPEN ? null : settings.breakerWait();
      return failed(new Failure(Kind.NOT_ASKED, Reasons.paused(), wait));
    }
  }

  private <T> Answer<T> authorized(
      Pass pass,
      String token,
      String operation,
      String mailbox,
      Function<GraphServiceClient, @Nullable T> request) {
    Answer<T> answer = asked(operation, mailbox, token, request);
    if (!isUnauthorized(answer)) {
      return answer;
    }
    return switch (pass.insteadOf(token)) {
      case Granted(var another) -> asked(operation, mailbox, another, request);
      case Missing missing -> notAsked(missing);
    };
  }

  private static <T> Answer<T> notAsked(Missing missing) {
    return failed(new Failure(Kind.NOT_ASKED, missing.reason(), missing.retryAfter()));
  }

  private static boolean isUnauthorized(Answer<?> answer) {
    return answer instanceof Answer.Failed<?>(var failure) && failure.kind() == Kind.NOT_AUTHORIZED;
  }

  private <T> Answer<T> asked(
      String operation,
      String mailbox,
      String token,
      Function<GraphServiceClient, @Nullable T> request) {
    long start = System.nanoTime();
    Answer<T> answer = read(mailbox, () -> request.apply(client(token)));
    meters
        .timer("graph.calls", "operation", operation, "outcome", outcome(answer))
        .record(Duration.ofNanos(System.nanoTime() - start));
    return answer;
  }

  private <T> Answer<T> read(String mailbox, Asking<T> asking) {
    try {
      T value = asking.ask();
      return value == null ? failed(Failures.unreadable()) : new Answer.Got<>(value);
    } catch (RuntimeException e) {
      return failed(Failures.of(e, mailbox, clock.instant()));
    }
  }

  /** Cheap: it shares the connections of all others, and holds one token. */
  private GraphServiceClient client(String token) {
    BoundToken bound = new BoundToken(settings.baseUrl(), token);
    return new GraphServiceClient(
        new BaseGraphRequestAdapter(
            new BaseBearerTokenAuthenticationProvider(bound), settings.serviceRoot(), http));
  }

  private static <T> Answer<T> failed(Failure failure) {
    return new Answer.Failed<>(failure);
  }

  private static String outcome(Answer<?> answer) {
    return switch (answer) {
      case Answer.Got<?> _ -> "ok";
      case Answer.Failed<?>(var failure) ->
          failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  private interface Asking<T> {
    @Nullable T ask();
  }
}
