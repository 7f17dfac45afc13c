package dev.convene.gateway.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.convene.gateway.access.Caller;
import dev.convene.gateway.access.Callers;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what one caller asks for beyond its limit. Each replica counts for itself, so that no
 * request waits for a count elsewhere: with several replicas a caller may get as much from each.
 */
@Component
class Limits {

  private final Problems problems;
  private final Duration period;
  private final RateLimiterConfig forPeople;
  private final RateLimiterConfig forClients;
  private final LoadingCache<Key, RateLimiter> limiters;

  private record Key(String owner, boolean person) {}

  Limits(LimitsProperties properties, Problems problems) {
    this.problems = problems;
    this.period = properties.period();
    this.forPeople = config(properties.perPerson());
    this.forClients = config(properties.perClient());
    this.limiters =
        Caffeine.newBuilder()
            .maximumSize(properties.callersKept())
            .expireAfterAccess(period.multipliedBy(2))
            .build(key -> RateLimiter.of(key.owner(), key.person() ? forPeople : forClients));
  }

  private RateLimiterConfig config(int most) {
    return RateLimiterConfig.custom()
        .limitForPeriod(most)
        .limitRefreshPeriod(period)
        .timeoutDuration(Duration.ZERO)
        .build();
  }

  /** After it is known who is asking. Not a filter itself: such a bean would also stand before. */
  Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return exchange
        .<Authentication>getPrincipal()
        .flatMap(authentication -> Mono.justOrEmpty(Callers.of(authentication)))
        .map(this::isWithin)
        .defaultIfEmpty(true)
        .flatMap(within -> within ? chain.filter(exchange) : refuse(exchange));
  }

  private boolean isWithin(Caller caller) {
    Key key = new Key(caller.owner(), caller instanceof Caller.Person);
    return limiters.get(key).acquirePermission();
  }

  private Mono<Void> refuse(ServerWebExchange exchange) {
    String seconds = String.valueOf(Math.ceilDiv(period.toMillis(), 1000));
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, seconds);
    return problems.write(
        exchange,
        Problem.of(
            ProblemType.TOO_MANY_REQUESTS,
            "These are too many requests at once. Go on in " + seconds + " seconds."));
  }
}
