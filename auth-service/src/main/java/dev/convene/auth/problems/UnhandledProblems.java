package dev.convene.auth.problems;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says as a problem what a controller or the framework refuses, and what breaks. */
@RestControllerAdvice
class UnhandledProblems {

  private static final Logger log = LoggerFactory.getLogger(UnhandledProblems.class);

  private final Problems problems;

  UnhandledProblems(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(Refused refused) {
    return problems.answer(refused.problem());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> methodNotAllowed(HttpRequestMethodNotSupportedException refused) {
    ResponseEntity<byte[]> answer =
        problems.answer(
            Problem.of(
                ProblemType.METHOD_NOT_ALLOWED,
                refused.getMethod() + " is not allowed here, see the Allow header."));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .headers(headers -> headers.addAll(refused.getHeaders()))
        .body(answer.getBody());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unexpected(HttpServletRequest request, Exception error) {
    if (error instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
      return problems.answer(byStatus(refused.getStatusCode().value()));
    }
    if (DatabaseAway.isCauseOf(error)) {
      log.warn("{} failed, the database is away: {}", what(request), error.toString());
      return problems.answer(DatabaseAway.problem());
    }
    log.error("{} failed", what(request), error);
    return problems.answer(Problem.of(ProblemType.INTERNAL_ERROR, "It has been logged."));
  }

  static Problem byStatus(int status) {
    return switch (status) {
      case 403 ->
          Problem.of(
              ProblemType.FORM_TOO_OLD, "Go back, load the page anew, and press the button again.");
      case 404 -> Problem.of(ProblemType.NOT_FOUND, "No resource has this path.");
      case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Another method may be.");
      case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "What is here is application/json only.");
      case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "The body is larger than is taken here.");
      case 415 ->
          Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
      default ->
          status < 500
              ? Problem.of(ProblemType.INVALID_REQUEST, "The request cannot be understood.")
              : Problem.of(ProblemType.INTERNAL_ERROR, "It has been logged.");
    };
  }

  private static String what(HttpServletRequest request) {
    return request.getMethod() + " " + request.getRequestURI();
  }
}
