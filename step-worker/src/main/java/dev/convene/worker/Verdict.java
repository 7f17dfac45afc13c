package dev.convene.worker;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Reason;
import java.time.Instant;
import java.util.List;

/** What is to be done with a piece of work after it was run. */
sealed interface Verdict {

  /** Publish these, and forget it. */
  record Finished(List<MeetingMessage> messages) implements Verdict {}

  /**
   * Keep it, and try again then.
   *
   * @param next with what is known of the attempts so far
   * @param tried whether anything was tried in this run, which is what the timeline shows
   */
  record Waiting(Attempt next, Reason reason, Instant nextAttemptAt, boolean tried)
      implements Verdict {}

  /**
   * Say this, and keep it until an operator has decided: retry, or finished by hand.
   *
   * @param last the attempt that could not finish it
   */
  record HandedOver(Attempt last, AttentionNeeded attention) implements Verdict {}
}
