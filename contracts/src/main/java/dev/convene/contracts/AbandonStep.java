package dev.convene.contracts;

import java.util.UUID;

/**
 * End the meeting's parked step now, as if its time were up: with whatever it takes to leave
 * nothing behind. Nothing happens where nothing is parked.
 *
 * @param note why, in the operator's words, for the person who asked for the meeting; cut after 400
 *     characters
 * @param handledByHand whether an operator has finished a step that was handed over; then it is
 *     forgotten, and nobody is asked to do anything about it any more
 */
public record AbandonStep(
    UUID meetingId, String host, String note, boolean handledByHand, long action)
    implements OperatorCommand {

  /** So that a reason that holds it, with some words before it, is not cut. */
  private static final int LONGEST_NOTE = 400;

  public AbandonStep {
    Checks.present("meetingId", meetingId);
    Checks.mailbox("host", host);
    Checks.notBlank("note", note);
    Checks.atLeast("action", action, 1);
    note = Reason.text(note, LONGEST_NOTE);
  }

  @Override
  public String key() {
    return host;
  }

  @Override
  public String subject() {
    return meetingId.toString();
  }
}
