package dev.convene.worker;

import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.worker.Outcome.Postponed;
import dev.convene.worker.Outcome.Trace;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** A handler that makes no call for a mailbox that an operator has paused. */
record PausableHandler<M extends MeetingMessage>(
    StepHandler<M> handler, Predicate<String> pausedMailbox) implements StepHandler<M> {

  @Override
  public Step step() {
    return handler.step();
  }

  @Override
  public Class<M> takes() {
    return handler.takes();
  }

  @Override
  public Outcome attempt(M message, Attempt attempt) {
    return pausedMailbox.test(message.host()) ? paused() : handler.attempt(message, attempt);
  }

  @Override
  public Instant giveUpAt(M message, Instant firstAttemptAt) {
    return handler.giveUpAt(message, firstAttemptAt);
  }

  /** Ending takes calls, too. */
  @Override
  public Outcome giveUp(M message, Attempt attempt, Reason last) {
    return pausedMailbox.test(message.host()) ? paused() : handler.giveUp(message, attempt, last);
  }

  @Override
  public Outcome abandon(M message, Attempt attempt, Reason why) {
    return pausedMailbox.test(message.host()) ? paused() : handler.abandon(message, attempt, why);
  }

  /** Takes no call. */
  @Override
  public List<MeetingMessage> doneByHand(M message, Attempt attempt) {
    return handler.doneByHand(message, attempt);
  }

  private static Outcome paused() {
    return new Postponed(Pauses.REASON, Pauses.LOOK_AGAIN_AFTER, Trace.NOT_TRIED);
  }
}
