package dev.convene.worker.vault;

import dev.convene.contracts.Reason;
import dev.convene.worker.vault.HandOut.Reply;
import dev.convene.worker.vault.HandOut.Why;
import dev.convene.worker.vault.VendorToken.Away;
import dev.convene.worker.vault.VendorToken.Granted;
import dev.convene.worker.vault.VendorToken.Missing;
import dev.convene.worker.vault.VendorToken.NoGrant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one subject's token. One caller at a time asks for it; the others wait, or go on
 * with what there is.
 */
final class Kept {

  /** For who has no token; less than what a batch may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** An answer of "not now" is everybody's for so long, so that a thousand who wait ask once. */
  private static final Duration AWAY_LASTS = Duration.ofSeconds(5);

  private static final Why RENEWAL = new Why.Purpose("renewal");

  private static final Duration RENEWED_AT_MOST_EVERY = Duration.ofSeconds(30);

  private final Subject subject;
  private final HandOut handOut;
  private final Obstacles obstacles;
  private final VaultProperties properties;
  private final InstantSource clock;
  private final ReentrantLock asking = new ReentrantLock();

  private volatile @Nullable Known known;
  private volatile Instant usedAt;
  private Instant renewNotBefore = Instant.MIN;
  private @Nullable String refused;

  Kept(
      Subject subject,
      HandOut handOut,
      Obstacles obstacles,
      VaultProperties properties,
      InstantSource clock) {
    this.subject = subject;
    this.handOut = handOut;
    this.obstacles = obstacles;
    this.properties = properties;
    this.clock = clock;
    this.usedAt = clock.instant();
  }

  private sealed interface Known {

    /**
     * @param renewAt when it is time for the next one
     * @param until after that no call is begun with it
     */
    record Good(Granted token, Instant renewAt, Instant until) implements Known {}

    record Lacking(Missing why, Instant until) implements Known {}
  }

  Instant usedAt() {
    return usedAt;
  }

  VendorToken token(Why why) {
    Instant now = clock.instant();
    usedAt = now;
    VendorToken there = stillTrue(now);
    return there != null
        ? there
        : alone(() -> {
          VendorToken meanwhile = stillTrue(clock.instant());
          return meanwhile != null ? meanwhile : asked(why);
        });
  }

  VendorToken insteadOf(String token, Why why) {
    return alone(() -> {
      Instant now = clock.instant();
      VendorToken there = stillTrue(now);
      if (there != null && !there.equals(new Granted(token))) {
        return there;
      }
      refused = Fingerprint.of(token);
      known = null;
      return asked(why);
    });
  }

  /** Whether there is a token in use whose time has come; {@link #renew} is for that. */
  boolean isDue(Instant now) {
    return known instanceof Known.Good(var _, Instant renewAt, var _)
        && !now.isBefore(renewAt)
        && now.isBefore(usedAt.plus(properties.keptFor()));
  }

  /** Gets the next token, unless somebody asks just now or has asked a moment ago. */
  void renew() {
    if (!asking.tryLock()) {
      return;
    }
    try {
      Instant now = clock.instant();
      if (isDue(now) && !now.isBefore(renewNotBefore)) {
        renewNotBefore = now.plus(RENEWED_AT_MOST_EVERY);
        asked(RENEWAL);
      }
    } finally {
      asking.unlock();
    }
  }

  private @Nullable VendorToken stillTrue(Instant now) {
    return switch (known) {
      case Known.Good(Granted token, var _, Instant until) -> now.isBefore(until) ? token : null;
      case Known.Lacking(Missing why, Instant until) -> now.isBefore(until) ? why : null;
      case null -> null;
    };
  }

  private interface Asking {
    VendorToken ask();
  }

  private VendorToken alone(Asking asks) {
    try {
      if (!asking.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        return new Away(obstacles.away(), properties.awayAgain());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Away(obstacles.away(), properties.awayAgain());
    }
    try {
      return asks.ask();
    } finally {
      asking.unlock();
    }
  }

  private VendorToken asked(Why why) {
    Instant before = clock.instant();
    return switch (handOut.ask(subject, why, refused)) {
      case Reply.Token(String value, Duration lifetime) -> kept(value, lifetime, before);
      case Reply.NotConnected() -> noGrant(obstacles.notConnected(subject));
      case Reply.NeedsReconnecting() -> noGrant(obstacles.needsReconnecting(subject));
      case Reply.Away(@Nullable Duration wait) -> away(wait);
    };
  }

  private VendorToken kept(String value, Duration lifetime, Instant from) {
    refused = null;
    Granted token = new Granted(value);
    Instant end = from.plus(lifetime);
    Duration ahead = shorter(properties.renewAhead(), lifetime.multipliedBy(2).dividedBy(3));
    Duration forTheCall = shorter(properties.timeout().multipliedBy(6), lifetime.dividedBy(10));
    known = new Known.Good(token, end.minus(ahead), end.minus(forTheCall));
    return token;
  }

  private VendorToken noGrant(Reason reason) {
    return lacking(new NoGrant(reason, properties.askAgain()), properties.askAgain());
  }

  /** As long as the last token is good, nobody has to know. */
  private VendorToken away(@Nullable Duration asked) {
    if (stillTrue(clock.instant()) instanceof Granted good) {
      return good;
    }
    Duration wait = asked == null ? properties.awayAgain() : longer(asked, properties.awayAgain());
    Reason why = refused == null ? obstacles.away() : obstacles.tokenRefused(subject);
    return lacking(new Away(why, wait), shorter(AWAY_LASTS, wait));
  }

  private VendorToken lacking(Missing why, Duration lasts) {
    known = new Known.Lacking(why, clock.instant().plus(lasts));
    return why;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
