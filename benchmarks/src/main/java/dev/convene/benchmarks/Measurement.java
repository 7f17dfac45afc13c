package dev.convene.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured in one run.
 *
 * @param load in words
 * @param errors answers other than 202, by status; 0 stands for none
 * @param incomplete what the gateway says of some that were accepted and not completed
 * @param latencies of requests in the steady part, or of all of a backlog
 * @param used from the first request to the last invitation
 */
record Measurement(
    String load,
    long offered,
    long accepted,
    long completed,
    Map<Integer, Long> errors,
    List<String> incomplete,
    @Nullable Steady steady,
    @Nullable Drain drain,
    Map<String, Latency> latencies,
    Reading used) {

  /** Webex's call and Graph's. */
  private static final int CALLS_IN_TURN = 2;

  /**
   * The latencies by their names.
   *
   * @param counted those whose latency counts
   */
  static Map<String, Latency> latencies(Outcomes counted, Duration providerLatency) {
    long providers = CALLS_IN_TURN * providerLatency.toNanos();
    Map<String, Latency> latencies = new LinkedHashMap<>();
    latencies.put(
        "request to 202",
        Latency.ofNanos(
            counted
                .accepted()
                .map(Outcomes.Outcome::exchange)
                .mapToLong(each -> each.answered() - each.intended())));
    latencies.put(
        "request to invitation",
        Latency.ofNanos(
            counted.completed().mapToLong(each -> each.untilInvited(Exchange::intended))));
    latencies.put(
        "202 to invitation",
        Latency.ofNanos(
            counted.completed().mapToLong(each -> each.untilInvited(Exchange::answered))));
    if (providers > 0) {
      latencies.put(
          "202 to invitation, less %d x %d ms".formatted(CALLS_IN_TURN, providerLatency.toMillis()),
          Latency.ofNanos(
              counted
                  .completed()
                  .mapToLong(each -> each.untilInvited(Exchange::answered) - providers)));
    }
    latencies.put(
        "request sent late by",
        Latency.ofNanos(
            counted.all().stream()
                .map(Outcomes.Outcome::exchange)
                .mapToLong(each -> each.sent() - each.intended())));
    return latencies;
  }

  /** Each accepted request was completed, with one meeting and one event, and nothing refused. */
  boolean faultless() {
    return accepted == offered
        && completed == accepted
        && used.vendors().values().stream()
            .allMatch(calls -> calls.created() == completed && calls.duplicates() == 0);
  }
}
