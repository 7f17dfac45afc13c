package dev.convene.worker;

import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.Step;
import dev.convene.defaults.messaging.Envelope;

/**
 * A message and the handler for it.
 *
 * @param envelope marked as resent where a copy of the message may have been worked on before
 */
record Work<M extends MeetingMessage>(Envelope envelope, M message, StepHandler<M> handler) {

  Step step() {
    return handler.step();
  }

  /** What makes two copies one piece of work: the meeting, and what is done to it. */
  Identity identity() {
    return new Identity(step(), message.meetingId().toString());
  }

  Work<M> mayHaveBeenTried() {
    return envelope.resent() ? this : new Work<>(envelope.asResent(), message, handler);
  }

  record Identity(Step step, String meetingId) {}
}
