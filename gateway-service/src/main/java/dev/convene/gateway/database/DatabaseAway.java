package dev.convene.gateway.database;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Tells a database that cannot be reached now from a statement that will never work. */
public final class DatabaseAway {

  /** Connections cannot be had, the server is going down or coming up, or gave up in between. */
  private static final String[] SQL_STATES = {"08", "53", "57", "40"};

  private DatabaseAway() {}

  /** Whether trying again later can help. */
  public static boolean isCauseOf(@Nullable Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case R2dbcTransientException _,
            R2dbcNonTransientResourceException _,
            DataAccessResourceFailureException _,
            TransientDataAccessException _,
            TimeoutException _,
            IOException _ -> {
          return true;
        }
        case R2dbcException exception when hasStateOfAbsence(exception) -> {
          return true;
        }
        default -> {
          // not decided yet: the cause may tell
        }
      }
    }
    return false;
  }

  private static boolean hasStateOfAbsence(R2dbcException exception) {
    String state = exception.getSqlState();
    if (state != null) {
      for (String prefix : SQL_STATES) {
        if (state.startsWith(prefix)) {
          return true;
        }
      }
    }
    return false;
  }
}
