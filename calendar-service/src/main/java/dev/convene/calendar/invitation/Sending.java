package dev.convene.calendar.invitation;

import dev.convene.contracts.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one call to send an invitation came to. */
public sealed interface Sending {

  /**
   * The event exists, and Exchange has taken the invitations.
   *
   * @param eventId immutable while the event stays in its mailbox; upper and lower case differ
   * @param webLink where the organizer opens it
   * @param asComposed whether it says what this invitation says; an event that was there already
   *     may have been made from an earlier copy
   */
  record Sent(String eventId, @Nullable String webLink, boolean asComposed) implements Sending {}

  /** It will never be sent, and this call has left nothing in the calendar. */
  record Refused(Reason reason) implements Sending {}

  /** The provider wants fewer calls; this one made nothing. */
  record Throttled(Reason reason, @Nullable Duration retryAfter) implements Sending {}

  /**
   * The provider was not asked: it is failing for all, the mailbox has its fill of calls, or there
   * is no token.
   */
  record NotAsked(Reason reason, @Nullable Duration retryAfter) implements Sending {}

  /** The provider could not be reached; nothing was made. */
  record Unavailable(Reason reason, @Nullable Duration retryAfter) implements Sending {}

  /** The event may exist, or not. */
  record Unknown(Reason reason, @Nullable Duration retryAfter) implements Sending {}

  /** A token that was just given is not accepted. */
  record NotAuthorized(Reason reason) implements Sending {}
}
