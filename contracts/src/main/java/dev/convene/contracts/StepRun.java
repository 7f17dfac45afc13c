package dev.convene.contracts;

import java.time.Instant;

/**
 * When a step ran and how often it was tried.
 *
 * @param startedAt when its first attempt began
 * @param endedAt when its last attempt ended
 * @param attempts calls that could have had the effect, at least 1; 0 where none was made yet
 */
public record StepRun(Step name, Instant startedAt, Instant endedAt, int attempts) {

  public StepRun {
    Checks.present("name", name);
    Checks.present("startedAt", startedAt);
    Checks.present("endedAt", endedAt);
    Checks.atLeast("attempts", attempts, 0);
  }
}
