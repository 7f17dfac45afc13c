package dev.convene.webex.calls;

import dev.convene.webex.meetings.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What one response of Webex says.
 *
 * @param <T> what was asked for
 */
public sealed interface Said<T> {

  /** It answers the question. */
  record Answered<T>(Answer<T> answer) implements Said<T> {}

  /**
   * The credentials are not accepted, so that nothing was done.
   *
   * @param traceId what support at Webex asks for
   */
  record NotAccepted<T>(@Nullable String traceId) implements Said<T> {}
}
