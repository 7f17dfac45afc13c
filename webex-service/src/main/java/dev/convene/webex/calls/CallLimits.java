package dev.convene.webex.calls;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls that one token may make, spread evenly: a minute's worth at once would be a burst.
 * Forgets callers who have all their calls left.
 */
final class CallLimits {

  private static final int TIDY_ABOVE = 1000;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final @Nullable RateLimiterConfig config;
  private final Duration cycle;
  private final ConcurrentMap<String, RateLimiter> limiters = new ConcurrentHashMap<>();

  /**
   * @param callsPerMinute 0 means no limit
   */
  CallLimits(int callsPerMinute) {
    this.cycle = Duration.ofMinutes(1).dividedBy(Math.max(1, Math.min(60, callsPerMinute)));
    this.config =
        callsPerMinute == 0
            ? null
            : RateLimiterConfig.custom()
                .limitForPeriod(Math.max(1, callsPerMinute / 60))
                .limitRefreshPeriod(cycle)
                .timeoutDuration(LONGEST_WAIT)
                .build();
  }

  /**
   * Waits shortly for a permit.
   *
   * @param caller whose token it is
   * @return how long to wait elsewhere, where that would take too long here
   */
  Optional<Duration> acquire(String caller) {
    RateLimiterConfig limits = config;
    if (limits == null) {
      return Optional.empty();
    }
    if (limiters.size() > TIDY_ABOVE) {
      limiters.values().removeIf(CallLimits::hasAllLeft);
    }
    RateLimiter limiter = limiters.computeIfAbsent(caller, id -> RateLimiter.of(id, limits));
    long waitNanos = limiter.reservePermission();
    if (waitNanos < 0) {
      return Optional.of(LONGEST_WAIT.plus(cycle));
    }
    try {
      TimeUnit.NANOSECONDS.sleep(waitNanos);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(LONGEST_WAIT);
    }
  }

  private static boolean hasAllLeft(RateLimiter limiter) {
    return limiter.getMetrics().getAvailablePermissions()
        >= limiter.getRateLimiterConfig().getLimitForPeriod();
  }
}
