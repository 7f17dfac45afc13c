package dev.convene.contracts;

/**
 * Make no further calls for a provider, or for one mailbox, until {@link ResumeWork}. Requests are
 * still accepted, and wait.
 *
 * @param target a provider's name, {@code webex} or {@code microsoft}; or a mailbox in lower case
 */
public record PauseWork(String target, long action) implements OperatorCommand {

  public PauseWork {
    PauseTarget.check(target);
    Checks.atLeast("action", action, 1);
  }

  @Override
  public String key() {
    return target;
  }

  @Override
  public String subject() {
    return target;
  }
}
