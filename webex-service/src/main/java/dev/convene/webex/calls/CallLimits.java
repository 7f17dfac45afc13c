package dev.convene.webex.calls;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The calls that one token may make, spread evenly: a minute's worth at once would be a burst. */
final class CallLimits {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final @Nullable RateLimiter limiter;
  private final Duration cycle;

  /**
   * @param callsPerMinute 0 means no limit
   */
  CallLimits(int callsPerMinute) {
    this.cycle = Duration.ofMinutes(1).dividedBy(Math.max(1, Math.min(60, callsPerMinute)));
    this.limiter =
        callsPerMinute == 0
            ? null
            : RateLimiter.of(
                "webex-calls",
                RateLimiterConfig.custom()
                    .limitForPeriod(Math.max(1, callsPerMinute / 60))
                    .limitRefreshPeriod(cycle)
                    .timeoutDuration(LONGEST_WAIT)
                    .build());
  }

  /**
   * Waits shortly for a permit.
   *
   * @return how long to wait elsewhere, where that would take too long here
   */
  Optional<Duration> acquire() {
    if (limiter == null) {
      return Optional.empty();
    }
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
}
