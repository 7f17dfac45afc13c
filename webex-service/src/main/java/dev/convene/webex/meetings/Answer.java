package dev.convene.webex.meetings;

import dev.convene.contracts.Reason;
import java.time.Duration;

/**
 * What asking Webex came to.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

  /** Webex did it. */
  record Done<T>(T value) implements Answer<T> {}

  /** Webex will not do it, now or later; nothing was done. */
  record Refused<T>(Reason reason) implements Answer<T> {}

  /** Too much was asked for. Nothing was done; not before {@code retryAfter} has passed. */
  record Throttled<T>(Reason reason, Duration retryAfter) implements Answer<T> {}

  /** Not asked at all, to spare a quota or a Webex that is down. */
  record HeldBack<T>(Reason reason, Duration retryAfter) implements Answer<T> {}

  /** Webex could not be reached, or could not be asked; nothing was done. */
  record Unreachable<T>(Reason reason) implements Answer<T> {}

  /** Webex was asked, and its answer did not come or said nothing: it may have done it. */
  record Lost<T>(Reason reason) implements Answer<T> {}
}
