package dev.convene.auth.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token bucket for each name: as many at once as in a minute, and then at that pace. Of the names
 * that come, the ten thousand latest are known.
 */
final class Allowances {

  private static final int NAMES = 10_000;

  private final double perSecond;
  private final int most;
  private final InstantSource clock;
  private final Map<String, Left> left =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
          return size() > NAMES;
        }
      };

  private record Left(double tokens, Instant at) {}

  Allowances(int perMinute, InstantSource clock) {
    this.most = perMinute;
    this.perSecond = perMinute / 60.0;
    this.clock = clock;
  }

  /** Takes that many; zero where there was one at least, else how long until there is. */
  synchronized Duration take(String name, int many) {
    Instant now = clock.instant();
    Left before = left.getOrDefault(name, new Left(most, now));
    double passed = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
    double tokens = Math.min(most, before.tokens() + passed * perSecond);
    if (tokens < 1) {
      left.put(name, new Left(tokens, now));
      return Duration.ofMillis((long) Math.ceil((1 - tokens) / perSecond * 1000));
    }
    left.put(name, new Left(Math.max(0, tokens - many), now));
    return Duration.ZERO;
  }
}
