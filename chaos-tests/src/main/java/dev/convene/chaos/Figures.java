package dev.convene.chaos;

import dev.convene.benchmarks.Latency;
import dev.convene.chaos.checking.Cancel;
import dev.convene.chaos.checking.Claim;
import dev.convene.chaos.checking.Evidence;
import dev.convene.chaos.checking.Findings;
import dev.convene.chaos.checking.Happening;
import dev.convene.chaos.checking.Promise;
import dev.convene.chaos.checking.Truth;
import dev.convene.chaos.disturbing.Disturber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of a run, in words. */
final class Figures {

  private static final double HUNDRED = 100;

  private Figures() {}

  /** How long each took from its acceptance to its end. */
  static Latency ending(Stream<Claim> claims) {
    return Latency.ofNanos(
        claims.flatMapToLong(claim ->
            claim.endedAt().stream()
                .mapToLong(end -> Duration.between(claim.acceptedAt(), end).toNanos())));
  }

  /** How long each 202 took from when its request was due. */
  static Latency accepting(Collection<Load.Sending> sendings) {
    return Latency.ofNanos(
        sendings.stream()
            .filter(sending -> sending.exchange().accepted())
            .mapToLong(Load.Sending::nanos));
  }

  static Map<String, String> of(
      Evidence evidence, Findings findings, List<Load.Sending> sendings, Duration toEnd) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("meetings", String.valueOf(evidence.orders().size()));
    figures.put(
        "disturbances",
        evidence.happenings().stream()
                .filter(happening -> !happening.kind().equals(Disturber.FELL))
                .count()
            + "");
    figures.put("calls to providers", evidence.truth().calls().size() + "");
    figures.put("while disturbed, failed on purpose", number(struck(evidence)) + " %");
    figures.put(
        "sendings not accepted at once",
        sendings.stream().filter(sending -> !sending.exchange().accepted()).count() + "");
    figures.put("cancelled", evidence.cancels().stream().filter(Cancel::accepted).count() + "");
    for (Promise promise : Promise.values()) {
      if (promise != Promise.ONE_CALL || !evidence.disturbed()) {
        figures.put("**" + promise.broken() + "**", findings.broken(promise) + "");
      }
    }
    figures.put("twice after a pause (known hole)", findings.knownHole().size() + "");
    figures.put("ended", statuses(evidence));
    figures.put("all ended, after it was quiet", number(toEnd.toMillis() / 1000.0) + " s");
    Latency ending = ending(evidence.claims().values().stream());
    figures.put(
        "from 202 to the end: p50, p99, slowest",
        "%s, %s, %s s"
            .formatted(seconds(ending.p50()), seconds(ending.p99()), seconds(ending.max())));
    figures.put(
        "create calls a meeting: Webex, Outlook",
        "%s, %s".formatted(creates("Webex", evidence), creates("Outlook", evidence)));
    figures.put(
        "services that fell by themselves",
        evidence.happenings().stream()
                .filter(happening -> happening.kind().equals(Disturber.FELL))
                .count()
            + "");
    return figures;
  }

  /** Percent of the calls until the last disturbance was over; of all, where there was none. */
  private static double struck(Evidence evidence) {
    Instant quiet =
        evidence.happenings().stream()
            .map(Happening::until)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    List<Truth.Call> calls =
        evidence.truth().calls().stream().filter(call -> call.at().isBefore(quiet)).toList();
    long struck = calls.stream().filter(call -> call.fault() != null).count();
    return HUNDRED * struck / Math.max(1, calls.size());
  }

  private static String creates(String vendor, Evidence evidence) {
    long calls =
        evidence.truth().calls().stream()
            .filter(call -> call.vendor().equals(vendor) && call.creates())
            .count();
    return number((double) calls / evidence.orders().size());
  }

  private static String statuses(Evidence evidence) {
    return evidence.claims().values().stream()
        .collect(Collectors.groupingBy(Claim::status, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  static String seconds(double millis) {
    return number(millis / 1000);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }
}
