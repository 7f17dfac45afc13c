package dev.convene.webex.steps;

import dev.convene.webex.meetings.Answer;
import dev.convene.worker.Outcome;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;

/** What Webex's answers mean for a step that has not ended. */
final class Postponements {

  private Postponements() {}

  /**
   * @param whenTried the trace of a call that was made; a look-up leaves none
   */
  static Outcome of(Answer<?> answer, Trace whenTried) {
    return switch (answer) {
      case Answer.HeldBack<?>(var reason, var retryAfter) ->
          new Postponed(reason, retryAfter, Trace.NOT_TRIED);
      case Answer.Throttled<?>(var reason, var retryAfter) ->
          new Postponed(reason, retryAfter, whenTried);
      case Answer.Unreachable<?>(var reason) -> new Postponed(reason, null, whenTried);
      case Answer.Lost<?>(var reason) ->
          new Postponed(
              reason, null, whenTried == Trace.NO_EFFECT ? Trace.UNKNOWN : Trace.NOT_TRIED);
      case Answer.Refused<?>(var reason) -> new Postponed(reason, null, whenTried);
      case Answer.Done<?> _ -> throw new IllegalArgumentException("what is done is not postponed");
    };
  }
}
