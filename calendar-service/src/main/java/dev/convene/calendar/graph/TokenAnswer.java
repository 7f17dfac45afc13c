package dev.convene.calendar.graph;

import dev.convene.contracts.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What asking for an access token came to. */
sealed interface TokenAnswer {

  /** A token that is good for a while yet. */
  record Granted(String token) implements TokenAnswer {
    @Override
    public String toString() {
      return "Granted";
    }
  }

  /** Entra refuses us; only an administrator can mend that. */
  record Denied(Reason reason) implements TokenAnswer {}

  /** Entra cannot be asked just now. */
  record Unavailable(Reason reason, @Nullable Duration retryAfter) implements TokenAnswer {}
}
