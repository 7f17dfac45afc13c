package dev.convene.worker;

import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import java.time.Instant;
import java.util.List;

/**
 * One step of the process: what to do for one kind of message.
 *
 * <p>A handler makes at most one attempt a call and does not wait: retries, back-off, parking and
 * publishing are its caller's. It may be called for the same message any number of times, by any
 * replica, and must have its effect once.
 *
 * @param <M> the message that asks for the step
 */
public interface StepHandler<M extends MeetingMessage> {

  /** The step, as the timeline names it. */
  Step step();

  /** The messages that ask for it. */
  Class<M> takes();

  /** Tries once. Runs on a virtual thread, and may block for as long as its own time-outs allow. */
  Outcome attempt(M message, Attempt attempt);

  /** When to stop trying, given when the first attempt began. */
  Instant giveUpAt(M message, Instant firstAttemptAt);

  /**
   * Ends the step after {@link #giveUpAt}: makes sure that nothing is left behind, and says so. May
   * be postponed as any attempt.
   *
   * @param last why the last attempt did not succeed
   */
  Outcome giveUp(M message, Attempt attempt, Reason last);

  /**
   * Ends the step because an operator wants it so, whether or not its time is up: what it may have
   * made is undone, as far as nobody has been told of it.
   *
   * @param why the operator's reason
   */
  default Outcome abandon(M message, Attempt attempt, Reason why) {
    return giveUp(message, attempt, why);
  }

  /**
   * An operator has done by hand what was handed over: says what follows from that, where the
   * process goes on.
   */
  default List<MeetingMessage> doneByHand(M message, Attempt attempt) {
    return List.of();
  }
}
