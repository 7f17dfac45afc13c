package dev.convene.calendar.graph;

import dev.convene.contracts.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a call to Graph did not succeed.
 *
 * @param retryAfter not earlier than this, where somebody said so
 * @param existingEventId the event that was made before with the same transaction id, where known
 */
record Failure(
    Kind kind, Reason reason, @Nullable Duration retryAfter, @Nullable String existingEventId) {

  Failure(Kind kind, Reason reason, @Nullable Duration retryAfter) {
    this(kind, reason, retryAfter, null);
  }

  /** What follows from a failure. */
  enum Kind {
    /** Asking again will not help. */
    REFUSED,
    /** There is no such event. */
    GONE,
    /** An address is not accepted; the event may have been made all the same. */
    INVALID_RECIPIENT,
    /** The transaction id was used before, so the event exists already. */
    DUPLICATE,
    /** Too many calls; nothing was done. */
    THROTTLED,
    /** Two writes met at Exchange; the effect of this one is open. */
    CONFLICT,
    /** Graph failed, or its answer was lost or cannot be read; the effect is open. */
    BROKEN,
    /** Nothing was sent, or nothing arrived. */
    UNREACHABLE,
    /** We did not ask: to spare the provider or the mailbox, or for want of a token. */
    NOT_ASKED,
    /** The token is not accepted. */
    NOT_AUTHORIZED;

    /** Whether the provider is failing for everybody, rather than for one person or mailbox. */
    boolean speaksAgainstProvider() {
      return switch (this) {
        case BROKEN, UNREACHABLE -> true;
        case REFUSED,
            GONE,
            INVALID_RECIPIENT,
            DUPLICATE,
            THROTTLED,
            CONFLICT,
            NOT_ASKED,
            NOT_AUTHORIZED ->
            false;
      };
    }
  }
}
