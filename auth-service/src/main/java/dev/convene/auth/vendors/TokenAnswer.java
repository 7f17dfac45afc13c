package dev.convene.auth.vendors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a vendor's token endpoint answers. */
public sealed interface TokenAnswer {

  /**
   * Tokens.
   *
   * @param expiresIn how long the access token is good
   * @param refresh the newest refresh token; null where the one that was sent stays
   */
  record Given(String access, Duration expiresIn, @Nullable String refresh) implements TokenAnswer {

    /** Never shows a token. */
    @Override
    public String toString() {
      return "tokens for " + expiresIn;
    }
  }

  /**
   * What was granted is worth nothing any more; only the person can mend that.
   *
   * @param reason as OAuth names it, such as {@code invalid_grant}
   */
  record Refused(String reason) implements TokenAnswer {}

  /** Not now: the vendor is away, or does not take us for who we are. */
  record Away(Duration retryAfter) implements TokenAnswer {}
}
