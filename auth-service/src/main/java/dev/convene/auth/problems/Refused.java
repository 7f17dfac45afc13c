package dev.convene.auth.problems;

import java.util.List;

/** Ends a request with a problem. */
public final class Refused extends RuntimeException {

  private final transient Problem problem;

  private Refused(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** With a sentence of what happened and what to do about it. */
  public static Refused because(ProblemType type, String detail) {
    return new Refused(Problem.of(type, detail));
  }

  /** With all that is wrong with the request. */
  public static Refused invalid(List<RequestError> errors) {
    return new Refused(Problem.invalid(errors));
  }

  Problem problem() {
    return problem;
  }
}
