package dev.convene.auth.vault;

import java.time.Duration;
import java.time.Instant;

/** What comes of asking for somebody's access token. */
public sealed interface TokenOutcome {

  /** It is good until then. */
  record Token(String value, Instant expiresAt) implements TokenOutcome {

    /** Never shows it. */
    @Override
    public String toString() {
      return "a token until " + expiresAt;
    }
  }

  /** They have not connected that account, or have taken it back. */
  record NotConnected() implements TokenOutcome {}

  /** The vendor does not take the grant any more; the person has to connect again. */
  record NeedsReconnecting() implements TokenOutcome {}

  /** The vendor is away, and the last token has run out. */
  record Away(Duration retryAfter) implements TokenOutcome {}
}
