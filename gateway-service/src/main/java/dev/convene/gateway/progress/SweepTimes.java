package dev.convene.gateway.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a meeting counts as having seen no progress.
 *
 * @param firstAfter after acceptance, and after each progress
 * @param longest what the time between two copies grows to, by doubling
 * @param delayedMargin how long after the announced next attempt a parked step is waited for
 */
@ConfigurationProperties("convene.sweeping")
public record SweepTimes(
    @DefaultValue("30s") Duration firstAfter,
    @DefaultValue("1h") Duration longest,
    @DefaultValue("2m") Duration delayedMargin) {

  /** After this progress, made now; empty where nothing more is to come. */
  public Optional<Instant> after(Progress progress, Instant now) {
    if (progress.status().hasEnded()) {
      return Optional.empty();
    }
    Instant soon = now.plus(firstAfter);
    return Optional.of(
        progress
            .delay()
            .map(Fact::nextAttemptAt)
            .map(next -> next.plus(delayedMargin))
            .filter(soon::isBefore)
            .orElse(soon));
  }

  /** After so many copies, the latest of them sent now. */
  public Instant afterCopies(int copies, Instant now) {
    Duration wait = firstAfter;
    for (int i = 0; i < copies && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return now.plus(wait.compareTo(longest) < 0 ? wait : longest);
  }
}
