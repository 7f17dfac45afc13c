package dev.convene.simulation;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Shortens a history that is not good to the disturbances that it needs. */
final class Shrinking {

  private Shrinking() {}

  /** The same seed with as few disturbances as still show the same kind of violation. */
  static Result shrunk(Result bad, Plant plant) {
    Set<Integer> leftOut = new LinkedHashSet<>();
    Set<String> wanted = checks(bad);
    boolean again = true;
    while (again) {
      again = false;
      for (int i = bad.drawn(); i >= 1; i--) {
        if (leftOut.add(i)) {
          Result shorter = Simulation.run(bad.seed(), plant, leftOut, false);
          if (checks(shorter).containsAll(wanted)) {
            again = true;
          } else {
            leftOut.remove(i);
          }
        }
      }
    }
    return Simulation.run(bad.seed(), plant, leftOut, true);
  }

  private static Set<String> checks(Result result) {
    return result.violations().stream()
        .map(violation -> violation.substring(0, violation.indexOf(':')))
        .collect(Collectors.toSet());
  }
}
