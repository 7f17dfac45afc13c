package dev.convene.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.Map;

/** A measurement on one screen, for people. */
final class Report {

  private static final int KIB_PER_MIB = 1024;
  private static final double HUNDRED = 100;
  private static final double MILLIS_PER_SECOND = 1000;
  private static final double MUCH_BY_OTHERS = 0.05;

  private final StringBuilder text = new StringBuilder();
  private final Measurement of;

  private Report(Measurement of) {
    this.of = of;
  }

  static String of(Measurement measurement) {
    return new Report(measurement).text();
  }

  private String text() {
    line("%s", of.load());
    line("Lifted: %s", String.join("; ", Bench.LIFTED));
    line("");
    throughput();
    line("");
    line("%-40s %9s %9s %9s %9s", "latency in ms", "p50", "p95", "p99", "max");
    of.latencies().forEach((name, l) ->
        line("  %-38s %9.1f %9.1f %9.1f %9.1f", name, l.p50(), l.p95(), l.p99(), l.max()));
    line("");
    of.errors().forEach((status, count) ->
        line("  answered %s: %d", status == Exchange.NO_ANSWER ? "not at all" : status, count));
    if (of.completed() < of.accepted()) {
      line("  accepted, but not completed: %d, such as", of.accepted() - of.completed());
      of.incomplete().forEach(state -> line("    %s", state));
    }
    of.used().vendors().forEach(this::vendor);
    line("");
    processes();
    return text.toString();
  }

  private void throughput() {
    Steady steady = of.steady();
    if (steady == null) {
      line("%-12s %8d", "offered", of.offered());
      line("%-12s %8d", "accepted", of.accepted());
      line("%-12s %8d", "completed", of.completed());
    } else {
      line("%-12s %8s   a second, from second %.0f to %.0f", "", "all", steady.from(), steady.to());
      line("%-12s %8d   %8.1f", "offered", of.offered(), steady.offered());
      line("%-12s %8d   %8.1f", "accepted", of.accepted(), steady.accepted());
      line("%-12s %8d   %8.1f", "completed", of.completed(), steady.completed());
      line(
          "%-12s %8s   %d, then %d: %s",
          "backlog",
          "",
          steady.backlogAtStart(),
          steady.backlogAtEnd(),
          steady.keptUp() ? "keeps up" : "does not keep up");
    }
    Drain drain = of.drain();
    if (drain != null) {
      line(
          "accepted in %.1f s: %.0f a second",
          drain.acceptSeconds(), of.accepted() / drain.acceptSeconds());
      line(
          "workers started at %.1f s, ready at %.1f s; last invitation at %.1f s",
          drain.workersStartedAt(), drain.workersReadyAt(), drain.drainedAt());
      line(
          "drained at %.0f a second since the start, %.0f once ready, %.0f for the middle 80 %%",
          drain.perSecond(), drain.perSecondOnceReady(), drain.middlePerSecond());
    }
  }

  private void vendor(String vendor, Simulator.Calls calls) {
    line(
        "  %-10s %d created, %d there more than once, %d further calls: %s",
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
    line("%-18s %9s %14s %10s", "process", "CPU s", "ms a meeting", "peak MiB");
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
    line(
        "Other programs took %.1f %% of this machine in these %.0f s%s",
        HUNDRED * others,
        used.seconds(),
        others > MUCH_BY_OTHERS ? ": the figures are worse than they would be without." : ".");
  }

  private void usage(String name, double cpuSeconds, long peakKib) {
    line(
        "  %-16s %9.2f %14.3f %10d",
        name,
        cpuSeconds,
        MILLIS_PER_SECOND * cpuSeconds / Math.max(1, of.completed()),
        peakKib / KIB_PER_MIB);
  }

  private void line(String format, Object... values) {
    text.append(format.formatted(values)).append(System.lineSeparator());
  }
}
