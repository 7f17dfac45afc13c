package dev.convene.contracts;

/** What an operator wants of the workers, on the topic {@code operations.commands}. */
public sealed interface OperatorCommand extends TopicMessage
    permits RetryStep, AbandonStep, PauseWork, ResumeWork {

  /**
   * The number under which the gateway has noted who wanted it and why. Later wishes have higher
   * ones, and where two contradict each other the higher one holds, whichever arrives first.
   */
  long action();
}
