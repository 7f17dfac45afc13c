package dev.convene.contracts;

/**
 * Go on with what {@link PauseWork} stopped, at once.
 *
 * @param target a provider's name, {@code webex} or {@code microsoft}; or a mailbox in lower case
 */
public record ResumeWork(String target, long action) implements OperatorCommand {

  public ResumeWork {
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
