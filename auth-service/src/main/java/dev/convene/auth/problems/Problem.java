package dev.convene.auth.problems;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, as {@code application/problem+json} carries it.
 *
 * @param errors everything that is wrong with the body, where it is the body that is wrong
 */
record Problem(
    URI type, String title, int status, String detail, @Nullable List<RequestError> errors) {

  static Problem of(ProblemType type, String detail) {
    return new Problem(type.type(), type.title(), type.status(), detail, null);
  }

  static Problem invalid(List<RequestError> errors) {
    ProblemType type = ProblemType.INVALID_REQUEST;
    String detail =
        errors.size() == 1
            ? "One thing is wrong with the request."
            : errors.size() + " things are wrong with the request.";
    return new Problem(type.type(), type.title(), type.status(), detail, List.copyOf(errors));
  }
}
