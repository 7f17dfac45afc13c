package dev.convene.gateway.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a meeting that was disturbed on its way is compared with what both sides hold.
 *
 * @param after the last that was heard of it; longer than Webex may take to show what it has made
 * @param againAfter where something was found for a person to look at; doubles with each check
 * @param mostChecks for one meeting
 */
@ConfigurationProperties("convene.reconciling")
public record CheckTimes(
    @DefaultValue("15m") Duration after,
    @DefaultValue("1h") Duration againAfter,
    @DefaultValue("8") int mostChecks) {

  /** Something has happened on the way that may have left more, or less, than it should. */
  public Instant afterDisturbance(Instant now) {
    return now.plus(after);
  }

  /** After so many checks; empty where all is as it should be, or it was looked at often enough. */
  Optional<Instant> afterCheck(Fact check, int checks, Instant now) {
    return check.reason() == null || checks >= mostChecks
        ? Optional.empty()
        : Optional.of(now.plus(againAfter.multipliedBy(1L << Math.clamp(checks - 1L, 0, 10))));
  }
}
