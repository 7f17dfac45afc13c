package dev.convene.gateway.reconciling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the reconciler goes about it; when a disturbed meeting is due says {@code CheckTimes}.
 *
 * @param enabled whether anything is checked at all
 * @param perMinute checks that all replicas together ask for; each costs a call or two at Webex,
 *     whose limit is about 300 a minute, and one at Graph
 * @param interval between two turns
 * @param validFor after this long a check that was not made is not made any more
 * @param walk whether meetings that went well are checked too, with what the disturbed ones leave
 * @param walkWithin how old those are at most
 */
@ConfigurationProperties("convene.reconciling")
record ReconcilingProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("60") int perMinute,
    @DefaultValue("5s") Duration interval,
    @DefaultValue("30m") Duration validFor,
    @DefaultValue("true") boolean walk,
    @DefaultValue("1d") Duration walkWithin) {

  int perTurn() {
    return (int) Math.max(1, perMinute * interval.toMillis() / 60_000);
  }

  /** So that a small rate is kept, too: the fewer a minute, the longer between two turns. */
  Duration turn() {
    Duration forOne = Duration.ofMinutes(1).dividedBy(Math.max(1, perMinute));
    return forOne.compareTo(interval) > 0 ? forOne : interval;
  }
}
