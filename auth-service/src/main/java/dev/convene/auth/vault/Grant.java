package dev.convene.auth.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it is stored.
 *
 * @param sealed its tokens; null once the vendor has refused it
 * @param expiresAt of the access token
 * @param renewAt when it is time for the next one
 * @param awayUntil the vendor is not asked again before that
 * @param usedAt about when its token was last handed out
 * @param version changes whenever the tokens or the seal do
 */
record Grant(
    GrantId id,
    String account,
    @Nullable String reason,
    @Nullable String sealed,
    Instant expiresAt,
    Instant renewAt,
    @Nullable Instant awayUntil,
    @Nullable Instant usedAt,
    Instant connectedAt,
    long version) {

  boolean isConnected() {
    return sealed != null;
  }

  boolean isDue(Instant now) {
    return !now.isBefore(renewAt);
  }

  boolean isGood(Instant now) {
    return now.isBefore(expiresAt);
  }
}
