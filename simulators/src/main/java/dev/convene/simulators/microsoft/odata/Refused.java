package dev.convene.simulators.microsoft.odata;

/**
 * Leaves a request with an error. Every step of a request may refuse it and one place words the
 * answer, so this is thrown, without a stack trace, where other code of ours returns an outcome.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient GraphError error;

  Refused(GraphError error) {
    super(error.code() + ": " + error.message(), null, false, false);
    this.error = error;
  }

  public GraphError error() {
    return error;
  }
}
