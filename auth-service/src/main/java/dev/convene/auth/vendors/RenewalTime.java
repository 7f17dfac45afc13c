package dev.convene.auth.vendors;

import java.time.Duration;
import java.time.Instant;

/**
 * When a token is renewed: half an hour before it ends, or at half of a life that is shorter than
 * an hour. So who asks has half an hour left, unless the vendor is away; who keeps a token asks for
 * the next one 20 minutes before its end, and has that long without this service (ADR 0013).
 */
public final class RenewalTime {

  private static final Duration AHEAD = Duration.ofMinutes(30);

  private RenewalTime() {}

  /** For a token that is good from now for so long. */
  public static Instant of(Instant now, Duration life) {
    Duration half = life.dividedBy(2);
    return now.plus(life).minus(half.compareTo(AHEAD) < 0 ? half : AHEAD);
  }
}
