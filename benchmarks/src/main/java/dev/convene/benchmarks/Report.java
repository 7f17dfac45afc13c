package dev.convene.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.Formatter;
import java.util.Locale;
import java.util.Map;

/** A measurement on one screen, for people. */
final class Report {

  private static final int KIB_PER_MIB = 1024;
  private static final double HUNDRED = 100;
  private static final double MILLIS_PER_SECOND = 1000;
  private static final double MUCH_BY_OTHERS = 0.05;

  private final Formatter out = new Formatter(Locale.ROOT);
  private final Measurement of;

  private Report(Measurement of) {
    this.of = of;
  }

  static String of(Measurement measurement) {
    return new Report(measurement).text();
  }

  private String text() {
    out.format("%s%n", of.load());
    out.format("Lifted: %s%n", String.join("; ", Bench.LIFTED));
    out.format("%n");
    throughput();
    out.format("%n");
    out.format("%-40s %9s %9s %9s %9s%n", "latency in ms", "p50", "p95", "p99", "max");
    of.latencies()
        .forEach((name, l) ->
            out.format(
                "  %-38s %9.1f %9.1f %9.1f %9.1f%n", name, l.p50(), l.p95(), l.p99(), l.max()));
    out.format("%n");
    of.errors()
        .forEach((status, count) ->
            out.format(
                "  answered %s: %d%n",
                status == Exchange.NO_ANSWER ? "not at all" : status, count));
    if (of.completed() < of.accepted()) {
      out.format("  accepted, but not completed: %d, such as%n", of.accepted() - of.completed());
      of.incomplete().forEach(state -> out.format("    %s%n", state));
    }
    out.format(
        of.faultless()
            ? "Every request became one Webex meeting and one event, and none is there twice.%n"
            : "NOT every request became one Webex meeting and one event.%n");
    of.used().vendors().forEach(this::vendor);
    out.format("%n");
    processes();
    return out.toString();
  }

  private void throughput() {
    Steady steady = of.steady();
    if (steady == null) {
      out.format("%-12s %8d%n", "offered", of.offered());
      out.format("%-12s %8d%n", "accepted", of.accepted());
      out.format("%-12s %8d%n", "completed", of.completed());
    } else {
      out.format(
          "%-12s %8s   a second, from second %.0f to %.0f%n",
          "", "all", steady.from(), steady.to());
      out.format("%-12s %8d   %8.1f%n", "offered", of.offered(), steady.offered());
      out.format("%-12s %8d   %8.1f%n", "accepted", of.accepted(), steady.accepted());
      out.format("%-12s %8d   %8.1f%n", "completed", of.completed(), steady.completed());
      out.format(
          "%-12s %8s   %d, then %d: %s%n",
          "backlog",
          "",
          steady.backlogAtStart(),
          steady.backlogAtEnd(),
          steady.keptUp() ? "keeps up" : "does not keep up");
    }
    Drain drain = of.drain();
    if (drain != null) {
      out.format(
          "accepted in %.1f s: %.0f a second%n",
          drain.acceptSeconds(), of.accepted() / drain.acceptSeconds());
      if (drain.workersReadyAt() > 0) {
        out.format(
            "workers started at %.1f s, ready at %.1f s: %.0f a second from then on%n",
            drain.workersStartedAt(), drain.workersReadyAt(), drain.perSecondOnceReady());
      }
      out.format(
          "last invitation at %.1f s: drained at %.0f a second, the middle 80 %% at %.0f%n",
          drain.drainedAt(), drain.perSecond(), drain.middlePerSecond());
    }
  }

  private void vendor(String vendor, Simulator.Calls calls) {
    out.format(
        "  %-10s %d created, %d there more than once, %d further calls: %s%n",
        vendor,
        calls.created(),
        calls.duplicates(),
        calls.extra(),
        calls.answers().entrySet().stream()
            .map(answer -> answer.getKey() + " x " + answer.getValue())
            .collect(joining(", ")));
  }

  private void processes() {
    Reading used = of.used();
    out.format("%-18s %9s %14s %10s%n", "process", "CPU s", "ms a meeting", "peak MiB");
    for (Map.Entry<String, Usage> each : used.processes().entrySet()) {
      usage(each.getKey(), each.getValue().cpuSeconds(), each.getValue().peakKib());
    }
    usage(
        "all",
        used.systemCpuSeconds(),
        used.processes().values().stream().mapToLong(Usage::peakKib).sum());
    usage("the driver", used.driver().cpuSeconds(), used.driver().peakKib());
    double others =
        used.otherCpuSeconds() / (used.seconds() * Runtime.getRuntime().availableProcessors());
    out.format(
        "Other programs took %.1f %% of this machine in these %.0f s%s%n",
        HUNDRED * others,
        used.seconds(),
        others > MUCH_BY_OTHERS ? ": the figures are worse than they would be without." : ".");
  }

  private void usage(String name, double cpuSeconds, long peakKib) {
    out.format(
        "  %-16s %9.2f %14.3f %10d%n",
        name,
        cpuSeconds,
        MILLIS_PER_SECOND * cpuSeconds / Math.max(1, of.completed()),
        peakKib / KIB_PER_MIB);
  }
}
