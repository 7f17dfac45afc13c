package dev.convene.auth.handout;

import dev.convene.auth.vault.TokenOutcome;
import dev.convene.auth.vault.TokenOutcome.Away;
import dev.convene.auth.vault.TokenOutcome.NeedsReconnecting;
import dev.convene.auth.vault.TokenOutcome.NotConnected;
import dev.convene.auth.vault.TokenOutcome.Token;
import dev.convene.auth.vendors.Fingerprint;
import dev.convene.auth.vendors.Provider;
import dev.convene.auth.vendors.RenewalTime;
import dev.convene.auth.vendors.TokenAnswer;
import dev.convene.auth.vendors.VendorTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Convene's own tokens, one for each vendor and replica, kept until shortly before they end. */
@Component
class ApplicationTokens {

  private static final Logger log = LoggerFactory.getLogger(ApplicationTokens.class);

  private static final Duration REFUSED_FOR = Duration.ofMinutes(1);

  private final VendorTokens vendors;
  private final InstantSource clock;
  private final Map<Provider, Slot> slots = new EnumMap<>(Provider.class);

  ApplicationTokens(VendorTokens vendors, InstantSource clock) {
    this.vendors = vendors;
    this.clock = clock;
    for (Provider provider : Provider.values()) {
      slots.put(provider, new Slot());
    }
  }

  /** What is known of one vendor: the last token, and what keeps the next one away. */
  private static final class Slot {
    private @Nullable Token token;
    private Instant renewAt = Instant.EPOCH;
    private @Nullable TokenOutcome refused;
    private Instant askAgainAt = Instant.EPOCH;
    private Instant expiredAt = Instant.EPOCH;
  }

  /**
   * The vendor's token for the application.
   *
   * @param refused a token that the vendor did not accept: at most once a minute another is asked
   *     for on that account, and where the vendor gives the same again, it stands by it
   */
  TokenOutcome token(Provider provider, @Nullable Fingerprint refused) {
    Slot slot = slots.get(provider);
    if (slot == null) {
      return new NotConnected();
    }
    // Who waits here would have to ask the vendor otherwise; a call there is bounded in time.
    synchronized (slot) {
      return token(provider, slot, refused, clock.instant());
    }
  }

  private TokenOutcome token(
      Provider provider, Slot slot, @Nullable Fingerprint refused, Instant now) {
    if (refused != null
        && isRefused(slot.token, refused)
        && !now.isBefore(slot.expiredAt.plus(REFUSED_FOR))) {
      slot.expiredAt = now;
      slot.renewAt = now;
    }
    return token(provider, slot, now);
  }

  private static boolean isRefused(@Nullable Token token, Fingerprint refused) {
    return token != null && refused.isOf(token.value());
  }

  private TokenOutcome token(Provider provider, Slot slot, Instant now) {
    Token last = slot.token;
    if (last != null && now.isBefore(slot.renewAt)) {
      return last;
    }
    if (!now.isBefore(slot.askAgainAt)) {
      ask(provider, slot, now);
      last = slot.token;
    }
    TokenOutcome refused = slot.refused;
    if (last != null && now.isBefore(last.expiresAt())) {
      return last;
    }
    return refused == null ? new Away(Duration.ofSeconds(5)) : refused;
  }

  private void ask(Provider provider, Slot slot, Instant now) {
    switch (vendors.forApplication(provider)) {
      case TokenAnswer.Given(String access, Duration expiresIn, _) -> {
        slot.token = new Token(access, now.plus(expiresIn));
        slot.renewAt = RenewalTime.of(now, expiresIn);
        slot.refused = null;
      }
      case TokenAnswer.Refused(String reason) -> {
        log.error(
            "{} gives no token to the application ({}): see this service's settings",
            provider.label(),
            reason);
        slot.refused =
            reason.equals("no_service_app") ? new NotConnected() : new NeedsReconnecting();
        slot.askAgainAt = now.plus(REFUSED_FOR);
      }
      case TokenAnswer.Away(Duration retryAfter) -> {
        slot.refused = new Away(retryAfter);
        slot.askAgainAt = now.plus(retryAfter);
      }
    }
  }
}
