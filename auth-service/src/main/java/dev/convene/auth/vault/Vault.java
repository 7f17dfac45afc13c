package dev.convene.auth.vault;

import dev.convene.auth.vault.TokenOutcome.Away;
import dev.convene.auth.vault.TokenOutcome.NeedsReconnecting;
import dev.convene.auth.vault.TokenOutcome.NotConnected;
import dev.convene.auth.vault.TokenOutcome.Token;
import dev.convene.auth.vendors.Fingerprint;
import dev.convene.auth.vendors.Provider;
import dev.convene.auth.vendors.RenewalTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps what people have granted at the vendors. */
@Component
public class Vault {

  private static final Logger log = LoggerFactory.getLogger(Vault.class);

  /** How exactly it is known when a grant was last used. */
  private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

  /** A vendor that refuses what it gives is asked once in so long. */
  private static final Duration REFUSAL_LASTS = Duration.ofMinutes(1);

  private final GrantStore store;
  private final Envelope envelope;
  private final Renewal renewal;
  private final InstantSource clock;

  Vault(GrantStore store, Envelope envelope, Renewal renewal, InstantSource clock) {
    this.store = store;
    this.envelope = envelope;
    this.renewal = renewal;
    this.clock = clock;
  }

  /**
   * What somebody has connected.
   *
   * @param account as the vendor calls them
   * @param needsReconnecting whether the vendor does not take the grant any more
   */
  public record Account(
      Provider provider, String account, boolean needsReconnecting, Instant connectedAt) {}

  /** Keeps a grant in the place of the one before. */
  public void connect(
      UUID person,
      Provider provider,
      String account,
      String access,
      Instant expires,
      String refresh) {
    GrantId id = new GrantId(person, provider);
    Instant now = clock.instant();
    Instant renew = RenewalTime.of(now, Duration.between(now, expires));
    store.connect(id, account, envelope.seal(new Tokens(access, refresh), id), expires, renew, now);
    log.info("{} connected {}", person, provider.label());
  }

  /** Forgets a grant at once; what was handed out is good until it expires. */
  public void disconnect(UUID person, Provider provider) {
    if (store.remove(new GrantId(person, provider))) {
      log.info("{} disconnected {}", person, provider.label());
    }
  }

  /** What that person has connected. */
  public List<Account> accounts(UUID person) {
    return store.of(person).stream()
        .map(grant ->
            new Account(
                grant.id().provider(), grant.account(), !grant.isConnected(), grant.connectedAt()))
        .toList();
  }

  /**
   * An access token of that person, renewed where it is time.
   *
   * @param refused the fingerprint of a token that the vendor did not accept: at most once a minute
   *     another is asked for on that account, and where the vendor gives the same again, it stands
   *     by it; null where there is none
   */
  public TokenOutcome token(UUID person, Provider provider, @Nullable Fingerprint refused) {
    Grant grant = store.find(new GrantId(person, provider)).orElse(null);
    if (grant == null) {
      return new NotConnected();
    }
    String sealed = grant.sealed();
    if (sealed == null) {
      return new NeedsReconnecting();
    }
    Instant now = clock.instant();
    noteUse(grant, now);
    boolean isRefused = refused != null && refused.isOf(envelope.open(sealed, grant.id()).access());
    // What was refused a moment ago is not worth another call to the vendor.
    return isRefused && store.expire(grant, now, now.minus(REFUSAL_LASTS))
        ? renewal.renew(grant)
        : current(grant, sealed, now);
  }

  private TokenOutcome current(Grant grant, String sealed, Instant now) {
    if (!grant.isDue(now)) {
      return new Token(envelope.open(sealed, grant.id()).access(), grant.expiresAt());
    }
    Instant awayUntil = grant.awayUntil();
    TokenOutcome renewed =
        awayUntil != null && now.isBefore(awayUntil)
            ? new Away(Duration.between(now, awayUntil))
            : renewal.renew(grant);
    // While the vendor or another replica keeps us waiting, the last token does, if it can.
    return renewed instanceof Away && grant.isGood(now)
        ? new Token(envelope.open(sealed, grant.id()).access(), grant.expiresAt())
        : renewed;
  }

  private void noteUse(Grant grant, Instant now) {
    Instant used = grant.usedAt();
    if (used == null || used.plus(USE_NOTED_EVERY).isBefore(now)) {
      store.used(grant.id(), now);
    }
  }
}
