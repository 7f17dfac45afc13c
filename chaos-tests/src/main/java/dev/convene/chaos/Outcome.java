package dev.convene.chaos;

import dev.convene.chaos.checking.Claim;
import dev.convene.chaos.checking.Evidence;
import dev.convene.chaos.checking.Findings;
import dev.convene.chaos.checking.Story;
import dev.convene.chaos.checking.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a run came to.
 *
 * @param figures by what they are of, in the order in which they are shown
 * @param missed what a scenario expected in its own right, and did not find
 */
record Outcome(
    long seed,
    Evidence evidence,
    Findings findings,
    Map<String, String> figures,
    List<String> missed) {

  private static final int STORIES = 5;
  private static final int LISTED = 40;

  Outcome {
    figures = new LinkedHashMap<>(figures);
    missed = List.copyOf(missed);
  }

  boolean kept() {
    return findings.violations().isEmpty() && missed.isEmpty();
  }

  /** What was wrong or waits for a person, with the story of the first of these meetings. */
  String complaint() {
    StringBuilder text = new StringBuilder();
    missed.forEach(one -> text.append("MISSED ").append(one).append('\n'));
    list("BROKEN ", findings.violations(), text);
    list("KNOWN HOLE ", findings.knownHole(), text);
    List<Violation> all = new ArrayList<>(findings.violations());
    all.addAll(findings.knownHole());
    Stream<UUID> attention =
        evidence.claims().values().stream()
            .filter(claim -> claim.status().equals(Claim.NEEDS_ATTENTION))
            .map(Claim::id);
    Stream.concat(all.stream().map(Violation::meeting).filter(Objects::nonNull), attention)
        .distinct()
        .limit(STORIES)
        .forEach(meeting -> text.append('\n').append(Story.of(meeting, evidence)));
    return text.toString();
  }

  private static void list(String what, List<Violation> violations, StringBuilder text) {
    violations.stream()
        .limit(LISTED)
        .forEach(violation -> text.append(what).append(violation).append('\n'));
    if (violations.size() > LISTED) {
      text.append("... and ").append(violations.size() - LISTED).append(" more\n");
    }
  }
}
