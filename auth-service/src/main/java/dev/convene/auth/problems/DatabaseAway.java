package dev.convene.auth.problems;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells an outage of the database, which ends, from a mistake of ours, which does not. */
final class DatabaseAway {

  private DatabaseAway() {}

  static boolean isCauseOf(@Nullable Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof TransientDataAccessException
          || cause instanceof CannotCreateTransactionException) {
        return true;
      }
    }
    return false;
  }

  static Problem problem() {
    return Problem.of(ProblemType.UNAVAILABLE, "The database is away. Try again in a moment.");
  }
}
