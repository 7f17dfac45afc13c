package dev.convene.chaos.checking;

import java.util.List;

/**
 * What the checker found.
 *
 * @param knownHole second meetings at Webex for which a paused worker that woke up is to blame: it
 *     had looked at its lease before the pause, and sent its create after it
 */
public record Findings(List<Violation> violations, List<Violation> knownHole) {

  public Findings {
    violations = List.copyOf(violations);
    knownHole = List.copyOf(knownHole);
  }

  public long broken(Promise promise) {
    return violations.stream().filter(violation -> violation.promise() == promise).count();
  }
}
