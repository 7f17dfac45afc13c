package dev.convene.simulators.webex;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** The quota of meetings for a host, and the rate of calls for a token. */
final class Limits {
  private static final Duration DAY = Duration.ofHours(24);
  private static final long LONGEST_RETRY_AFTER = 3600;

  private final InstantSource clock;
  private final WebexSettings settings;
  private final Map<String, ArrayDeque<Instant>> created = new ConcurrentHashMap<>();
  private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

  private record Minute(long number, int calls) {}

  Limits(InstantSource clock, WebexSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  void reset() {
    created.clear();
    minutes.clear();
  }

  /** Counts an attempt to create a meeting; when it is one too many, the seconds to wait. */
  OptionalLong creating(String host) {
    int max = settings.meetingsPerHostAndDay.get();
    if (max == 0) {
      return OptionalLong.empty();
    }
    Instant now = clock.instant();
    ArrayDeque<Instant> attempts = created.computeIfAbsent(host, _ -> new ArrayDeque<>());
    synchronized (attempts) {
      while (!attempts.isEmpty() && !attempts.getFirst().plus(DAY).isAfter(now)) {
        attempts.removeFirst();
      }
      if (attempts.size() >= max) {
        long wait = Duration.between(now, attempts.getFirst().plus(DAY)).toSeconds() + 1;
        return OptionalLong.of(Math.min(wait, LONGEST_RETRY_AFTER));
      }
      attempts.addLast(now);
      return OptionalLong.empty();
    }
  }

  /** Counts a call; when it is one too many for this minute, the seconds to wait. */
  OptionalLong calling(String token) {
    int max = settings.callsPerMinute.get();
    if (max == 0) {
      return OptionalLong.empty();
    }
    long second = clock.instant().getEpochSecond();
    long number = second / 60;
    Minute minute =
        minutes.merge(
            token,
            new Minute(number, 1),
            (old, one) -> old.number() == number ? new Minute(number, old.calls() + 1) : one);
    return minute.calls() > max ? OptionalLong.of(60 - second % 60) : OptionalLong.empty();
  }
}
