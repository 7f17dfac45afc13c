package dev.convene.calendar.graph;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import dev.convene.calendar.graph.Failure.Kind;
import dev.convene.calendar.graph.TokenAnswer.Denied;
import dev.convene.calendar.graph.TokenAnswer.Granted;
import dev.convene.calendar.graph.TokenAnswer.Unavailable;
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
 * What every call to Graph goes through: its mailbox's gate, the provider's circuit breaker, a
 * token, and the reading of whatever goes wrong. Repeats nothing, but for one 401.
 */
final class GraphCalls {

  private final GraphSettings settings;
  private final OkHttpClient http;
  private final EntraTokens tokens;
  private final CircuitBreaker breaker;
  private final MailboxGate gate;
  private final InstantSource clock;
  private final MeterRegistry meters;

  GraphCalls(
      GraphSettings settings,
      OkHttpClient http,
      EntraTokens tokens,
      CircuitBreaker breaker,
      InstantSource clock,
      MeterRegistry meters) {
    this.settings = settings;
    this.http = http;
    this.tokens = tokens;
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
   * @param operation for metrics
   * @param request makes its models itself, since they are good for one call only; null and
   *     exceptions of the SDK are failures
   */
  <T> Answer<T> call(
      String operation, String mailbox, Function<GraphServiceClient, @Nullable T> request) {
    return gate.within(mailbox, () -> guarded(operation, mailbox, request));
  }

  private <T> Answer<T> guarded(
      String operation, String mailbox, Function<GraphServiceClient, @Nullable T> request) {
    try {
      return breaker.executeSupplier(() -> authorized(operation, mailbox, request));
    } catch (CallNotPermittedException e) {
      // Half-open, the first calls decide within moments.
      Duration wait = breaker.getState() == State.HALF_OPEN ? null : settings.breakerWait();
      return failed(new Failure(Kind.NOT_ASKED, Reasons.paused(), wait));
    }
  }

  private <T> Answer<T> authorized(
      String operation, String mailbox, Function<GraphServiceClient, @Nullable T> request) {
    return switch (tokens.current()) {
      case Granted(var token) -> {
        Answer<T> answer = asked(operation, mailbox, token, request);
        yield isUnauthorized(answer)
            ? withAnotherToken(operation, mailbox, token, answer, request)
            : answer;
      }
      case Denied(var reason) -> failed(new Failure(Kind.NOT_AUTHORIZED, reason, null));
      case Unavailable(var reason, var wait) -> failed(new Failure(Kind.UNREACHABLE, reason, wait));
    };
  }

  private <T> Answer<T> withAnotherToken(
      String operation,
      String mailbox,
      String refused,
      Answer<T> first,
      Function<GraphServiceClient, @Nullable T> request) {
    return tokens.insteadOf(refused) instanceof Granted(var token) && !token.equals(refused)
        ? asked(operation, mailbox, token, request)
        : first;
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
