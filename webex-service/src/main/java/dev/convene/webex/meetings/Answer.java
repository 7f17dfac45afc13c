package dev.convene.webex.meetings;

import dev.convene.contracts.Reason;
import java.time.Duration;
import java.util.function.Function;

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

  /** Not asked at all: to spare a quota or a Webex that is down, or for want of a token. */
  record HeldBack<T>(Reason reason, Duration retryAfter) implements Answer<T> {}

  /** Webex could not be reached, or could not be asked; nothing was done. */
  record Unreachable<T>(Reason reason) implements Answer<T> {}

  /** Webex was asked, and its answer did not come or said nothing: it may have done it. */
  record Lost<T>(Reason reason) implements Answer<T> {}

  /** Goes on with what was done; anything else stays what it is. */
  default <R> Answer<R> then(Function<T, Answer<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Reason reason) -> new Refused<>(reason);
      case Throttled<T>(Reason reason, Duration retryAfter) -> new Throttled<>(reason, retryAfter);
      case HeldBack<T>(Reason reason, Duration retryAfter) -> new HeldBack<>(reason, retryAfter);
      case Unreachable<T>(Reason reason) -> new Unreachable<>(reason);
      case Lost<T>(Reason reason) -> new Lost<>(reason);
    };
  }
}
