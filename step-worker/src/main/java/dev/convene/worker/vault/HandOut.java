package dev.convene.worker.vault;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where tokens are handed out. */
interface HandOut {

  /**
   * Asks once, and waits for a bounded time.
   *
   * @param why what it is for
   * @param refused the SHA-256 of the token that the vendor did not accept, in hexadecimal
   */
  Reply ask(Subject subject, Why why, @Nullable String refused);

  /** What a token is for, as the record of hand-outs has it. */
  sealed interface Why {

    record ForMeeting(UUID id) implements Why {}

    /** A lower-case word, where it is for no one meeting. */
    record Purpose(String word) implements Why {}
  }

  /** What it answers. */
  sealed interface Reply {

    record Token(String value, Duration lifetime) implements Reply {

      /** Never shows it. */
      @Override
      public String toString() {
        return "a token for " + lifetime;
      }
    }

    /** Nothing was granted, or it was taken back. */
    record NotConnected() implements Reply {}

    /** The vendor does not accept any more what was granted. */
    record NeedsReconnecting() implements Reply {}

    /** auth-service gives nothing just now, or does not know this service. */
    record Away(@Nullable Duration retryAfter) implements Reply {}
  }
}
