package dev.convene.chaos.disturbing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Every way in which the simulators let calls fail, each for an equal part of the calls. In the
 * simulators' own words, see their README.
 */
public final class ProviderFaults {

  /** Longer than the services' read time-out here, so that the answer counts as lost. */
  private static final String TOO_LATE = "PT3.4S";

  private static final List<Map<String, Object>> EVERYWHERE =
      List.of(
          Map.of("kind", "latency", "delay", "PT0.5S"),
          Map.of("kind", "latency", "delay", TOO_LATE),
          Map.of("kind", "latency-after", "delay", TOO_LATE),
          Map.of("kind", "status-before", "status", 500),
          Map.of("kind", "status-before", "status", 503),
          Map.of("kind", "status-after", "status", 502),
          Map.of("kind", "status-after", "status", 504),
          Map.of("kind", "drop-before"),
          Map.of("kind", "drop-after"),
          Map.of("kind", "truncate"),
          Map.of("kind", "throttle"),
          Map.of("kind", "throttle", "headers", Map.of("Retry-After", "3")),
          Map.of("kind", "expired-token"));

  private static final List<Map<String, Object>> GRAPH =
      List.of(
          Map.of("kind", "concurrent-item-save"),
          Map.of("kind", "invalid-recipients-created", "method", "POST"),
          Map.of("kind", "html-503"),
          Map.of("kind", "empty-503"),
          Map.of("kind", "transient-412"),
          Map.of("kind", "overlapping-write"),
          Map.of("kind", "insufficient-claims"),
          Map.of("kind", "retry-after-date"),
          // Of several values the longest counts; two minutes would only make the run longer.
          Map.of("kind", "retry-after-list", "headers", Map.of("Retry-After", "2,5")),
          Map.of("kind", "retry-after-absent"),
          Map.of("kind", "unknown-error"),
          Map.of("kind", "nested-inner-error"));

  private static final List<Map<String, Object>> ENTRA =
      List.of(
          Map.of("kind", "temporarily-unavailable"),
          Map.of("kind", "invalid-client"),
          Map.of("kind", "status-before", "status", 500),
          Map.of("kind", "drop-before"));

  private ProviderFaults() {}

  /**
   * What to set at Webex.
   *
   * @param share of the calls that shall fail, 0 to 1
   */
  public static List<Map<String, Object>> webex(double share, long seed) {
    return spread(EVERYWHERE, "/v1/", share, seed);
  }

  /** What to set at Microsoft. */
  public static List<Map<String, Object>> microsoft(double share, long seed) {
    List<Map<String, Object>> graph = new ArrayList<>(EVERYWHERE);
    graph.addAll(GRAPH);
    List<Map<String, Object>> all = spread(graph, "/v1.0/", share, seed);
    all.addAll(spread(ENTRA, "*/oauth2/v2.0/token", share, seed));
    return all;
  }

  private static List<Map<String, Object>> spread(
      List<Map<String, Object>> kinds, String path, double share, long seed) {
    List<Map<String, Object>> faults = new ArrayList<>();
    for (Map<String, Object> kind : share > 0 ? kinds : List.<Map<String, Object>>of()) {
      Map<String, Object> fault = new LinkedHashMap<>(kind);
      fault.put("path", path);
      fault.put("rate", share / kinds.size());
      // Neighbouring seeds would begin alike.
      fault.put(
          "seed",
          new SplittableRandom(seed ^ path.hashCode() ^ ((long) faults.size() << 32)).nextLong());
      faults.add(fault);
    }
    return faults;
  }
}
