package dev.convene.contracts;

import java.util.UUID;

/**
 * Try the meeting's parked step now. Where a step was handed over to operations, try to finish it
 * once more. Nothing happens where nothing is parked.
 */
public record RetryStep(UUID meetingId, String host, long action) implements OperatorCommand {

  public RetryStep {
    Checks.present("meetingId", meetingId);
    Checks.mailbox("host", host);
    Checks.atLeast("action", action, 1);
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
