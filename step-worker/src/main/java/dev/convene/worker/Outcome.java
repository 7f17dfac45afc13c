package dev.convene.worker;

import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one attempt at a step came to. */
public sealed interface Outcome {

  /**
   * The step has ended, well or not: these messages say how. None where there is nothing to say,
   * because somebody else has said it.
   */
  record Completed(List<MeetingMessage> messages) implements Outcome {

    public Completed {
      messages = List.copyOf(messages);
    }

    /** The step has ended with this one message. */
    public Completed(MeetingMessage message) {
      this(List.of(message));
    }
  }

  /**
   * The step has not ended, and must be tried again.
   *
   * @param retryAfter not before this time has passed, where the other side said so; absent means
   *     that the caller backs off as it sees fit
   * @param trace what the attempt may have left behind
   */
  record Postponed(Reason reason, @Nullable Duration retryAfter, Trace trace) implements Outcome {}

  /** What an attempt that did not end the step left at the provider. */
  enum Trace {
    /** No call was made: the step waited for a quota, a permit or a closed breaker. */
    NOT_TRIED,
    /** The provider said no, and did nothing. */
    NO_EFFECT,
    /** The answer was lost: the effect may exist, now or soon. */
    UNKNOWN
  }
}
