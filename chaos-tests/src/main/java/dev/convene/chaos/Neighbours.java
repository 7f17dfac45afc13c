package dev.convene.chaos;

import dev.convene.benchmarks.Latency;
import dev.convene.chaos.checking.Claim;
import dev.convene.chaos.checking.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How those fared who had no part in it.
 *
 * @param before from 202 to the end, of those accepted before
 * @param during of those accepted since
 */
record Neighbours(Latency before, Latency during) {

  static Neighbours of(String troubled, Instant since, Evidence evidence) {
    List<Claim> others =
        evidence.claims().values().stream()
            .filter(claim -> !claim.host().equals(troubled))
            .toList();
    return new Neighbours(
        Figures.ending(others.stream().filter(claim -> claim.acceptedAt().isBefore(since))),
        Figures.ending(others.stream().filter(claim -> !claim.acceptedAt().isBefore(since))));
  }

  void into(Map<String, String> figures) {
    figures.put(
        "others, from 202 to the end, before: p50, p99",
        "%s, %s s".formatted(Figures.seconds(before.p50()), Figures.seconds(before.p99())));
    figures.put(
        "others, from 202 to the end, since: p50, p99",
        "%s, %s s".formatted(Figures.seconds(during.p50()), Figures.seconds(during.p99())));
  }

  boolean slowedBy(double factor) {
    return during.p99() > factor * before.p99();
  }
}
