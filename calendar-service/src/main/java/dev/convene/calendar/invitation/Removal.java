package dev.convene.calendar.invitation;

import dev.convene.contracts.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one call to cancel an event came to. */
public sealed interface Removal {

  /** The event is in the calendar no longer, by this call or before it. */
  record Gone() implements Removal {}

  /** It stays where it is, now and later. */
  record Refused(Reason reason) implements Removal {}

  /** The provider was not asked: it is failing for all, or the mailbox has its fill of calls. */
  record NotAsked(Reason reason, @Nullable Duration retryAfter) implements Removal {}

  /** Not now; nothing was done. */
  record NotNow(Reason reason, @Nullable Duration retryAfter) implements Removal {}

  /** The event may be gone, and people told; or not. */
  record Unknown(Reason reason, @Nullable Duration retryAfter) implements Removal {}
}
