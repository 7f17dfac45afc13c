package dev.convene.simulators.microsoft;

import java.time.Duration;
import java.time.Instant;

/**
 * Counts towards a limit within a window of time. Once the limit is passed everything is refused
 * until the window ends, and whoever calls meanwhile waits a tenth of the window longer, but never
 * more than a whole window.
 */
final class Window {
  private Instant end = Instant.MIN;
  private long taken;
  private boolean shut;

  /**
   * Takes an amount.
   *
   * @param limit 0 means none
   * @return how long to wait when refused; zero when not
   */
  synchronized Duration take(long amount, long limit, Duration length, Instant now) {
    if (limit == 0) {
      return Duration.ZERO;
    }
    if (!now.isBefore(end)) {
      end = now.plus(length);
      taken = 0;
      shut = false;
    }
    taken += amount;
    if (taken <= limit) {
      return Duration.ZERO;
    }
    if (shut) {
      Instant longer = end.plus(length.dividedBy(10));
      Instant latest = now.plus(length);
      end = longer.isBefore(latest) ? longer : latest;
    }
    shut = true;
    return Duration.between(now, end);
  }

  synchronized void reset() {
    end = Instant.MIN;
  }
}
