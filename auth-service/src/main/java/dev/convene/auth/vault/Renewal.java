package dev.convene.auth.vault;

import dev.convene.auth.vault.Envelope.Sealed;
import dev.convene.auth.vault.TokenOutcome.Away;
import dev.convene.auth.vault.TokenOutcome.NeedsReconnecting;
import dev.convene.auth.vault.TokenOutcome.NotConnected;
import dev.convene.auth.vault.TokenOutcome.Token;
import dev.convene.auth.vendors.RenewalTime;
import dev.convene.auth.vendors.TokenAnswer;
import dev.convene.auth.vendors.VendorTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Renews a grant's tokens, one at a time for each grant. In one replica, who comes later waits for
 * the answer of who came first; between replicas a lease in the row decides. No transaction and no
 * lock is open while the vendor is asked, and a lease ends by itself when its owner dies.
 */
@Component
class Renewal {

  private static final Logger log = LoggerFactory.getLogger(Renewal.class);

  /** Longer than a call to a vendor can take. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration SOON = Duration.ofSeconds(1);

  /** Until somebody has mended this service's settings, or the person has connected again. */
  private static final Duration UNREADABLE = Duration.ofMinutes(10);

  private final GrantStore store;
  private final Envelope envelope;
  private final VendorTokens vendors;
  private final InstantSource clock;
  private final Map<GrantId, CompletableFuture<TokenOutcome>> running = new ConcurrentHashMap<>();

  Renewal(GrantStore store, Envelope envelope, VendorTokens vendors, InstantSource clock) {
    this.store = store;
    this.envelope = envelope;
    this.vendors = vendors;
    this.clock = clock;
  }

  /** A new token; {@link Away} where another replica is at it just now. */
  TokenOutcome renew(Grant grant) {
    CompletableFuture<TokenOutcome> mine = new CompletableFuture<>();
    CompletableFuture<TokenOutcome> first = running.putIfAbsent(grant.id(), mine);
    if (first != null) {
      return waitFor(first);
    }
    try {
      TokenOutcome outcome = alone(grant);
      mine.complete(outcome);
      return outcome;
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      running.remove(grant.id(), mine);
    }
  }

  private static TokenOutcome waitFor(CompletableFuture<TokenOutcome> first) {
    try {
      return first
          .copy()
          .completeOnTimeout(new Away(SOON), LEASE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      throw new IllegalStateException("who renewed it could not", e.getCause());
    }
  }

  private TokenOutcome alone(Grant grant) {
    Instant now = clock.instant();
    UUID owner = UUID.randomUUID();
    if (!store.lease(grant, owner, now, now.plus(LEASE))) {
      return meanwhile(grant.id(), now);
    }
    Tokens tokens = opened(grant, owner, now);
    if (tokens == null) {
      return new Away(UNREADABLE);
    }
    return switch (vendors.refresh(grant.id().provider(), tokens.refresh())) {
      case TokenAnswer.Given given -> kept(grant, owner, tokens, given);
      case TokenAnswer.Refused(String reason) -> {
        store.refused(grant.id(), owner, reason);
        log.info(
            "{} refuses the grant of {}: {}",
            grant.id().provider().label(),
            grant.id().person(),
            reason);
        yield new NeedsReconnecting();
      }
      case TokenAnswer.Away(Duration retryAfter) -> {
        store.away(grant.id(), owner, clock.instant().plus(retryAfter));
        yield new Away(retryAfter);
      }
    };
  }

  /** What has become of it since it was read. */
  private TokenOutcome meanwhile(GrantId id, Instant now) {
    Grant grant = store.find(id).orElse(null);
    if (grant == null) {
      return new NotConnected();
    }
    String sealed = grant.sealed();
    if (sealed == null) {
      return new NeedsReconnecting();
    }
    return grant.isDue(now)
        ? new Away(SOON)
        : new Token(envelope.open(sealed, id).access(), grant.expiresAt());
  }

  /** Null where it cannot be opened; then it is left alone for a while, so that others get on. */
  private @Nullable Tokens opened(Grant grant, UUID owner, Instant now) {
    try {
      return envelope.open(Objects.requireNonNull(grant.sealed()), grant.id());
    } catch (IllegalStateException e) {
      log.error("The grant of {} cannot be renewed: {}", grant.id().person(), e.getMessage());
      store.away(grant.id(), owner, now.plus(UNREADABLE));
      return null;
    }
  }

  private TokenOutcome kept(Grant grant, UUID owner, Tokens before, TokenAnswer.Given given) {
    Instant now = clock.instant();
    Instant expires = now.plus(given.expiresIn());
    String refresh = given.refresh() == null ? before.refresh() : given.refresh();
    Sealed sealed = envelope.seal(new Tokens(given.access(), refresh), grant.id());
    // Where the row has another owner, somebody has disconnected, or connected anew.
    return store.renewed(grant.id(), owner, sealed, expires, RenewalTime.of(now, given.expiresIn()))
        ? new Token(given.access(), expires)
        : new Away(SOON);
  }
}
