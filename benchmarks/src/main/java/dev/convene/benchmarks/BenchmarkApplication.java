package dev.convene.benchmarks;

import dev.convene.benchmarks.Options.Task;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;

/** What {@code benchmarks/run} starts. */
public final class BenchmarkApplication {

  private static final Path RESULTS = Path.of("benchmarks", "results");

  private final Options options;
  private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final List<Measurement> measurements = new ArrayList<>();

  private BenchmarkApplication(Options options) {
    this.options = options;
  }

  /**
   * Takes the options that {@code usage.txt} tells of. Ends with 0, 1 when a request did not become
   * one meeting and one event, or 2 when it could not run.
   */
  public static void main(String[] arguments) throws Exception {
    try {
      Options options = Options.of(arguments);
      BenchmarkApplication application = new BenchmarkApplication(options);
      application.run();
      System.exit(application.measurements.stream().allMatch(Measurement::faultless) ? 0 : 1);
    } catch (Options.Wrong | StartFailed e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private void run() throws Exception {
    try (Bench bench = new Bench(options, text -> System.out.println("  " + text))) {
      switch (options.task()) {
        case Task.AtRate task -> {
          bench.warmUp(task.perSecond());
          report(bench.measure(task));
        }
        case Task.Backlog task -> {
          bench.warmUp();
          report(bench.measure(task));
        }
        case Task.FindTop task -> findTop(bench, task);
      }
    }
    System.out.println("As JSON: " + written());
  }

  private void findTop(Bench bench, Task.FindTop task) throws Exception {
    bench.warmUp();
    var tried = new TreeMap<Double, Measurement>();
    double top =
        TopRate.find(
            task.from(),
            rate -> {
              bench.forget();
              Measurement measured = bench.measure(new Task.AtRate(rate, task.seconds()));
              measurements.add(measured);
              tried.put(rate, measured);
              Steady steady = measured.steady();
              boolean keptUp = steady != null && steady.keptUp();
              System.out.printf(
                  "    completed %.0f a second: %s%n",
                  steady == null ? 0 : steady.completed(),
                  keptUp ? "keeps up" : "does not keep up");
              return keptUp;
            });
    Measurement best = tried.get(top);
    if (best == null) {
      System.out.println("No rate was kept up.");
      return;
    }
    System.out.println();
    System.out.println("The top rate: " + Report.of(best));
    bench.forget();
    report(bench.measure(new Task.AtRate(Math.max(1, Math.rint(top / 10)), 2 * task.seconds())));
  }

  private void report(Measurement measurement) {
    measurements.add(measurement);
    System.out.println();
    System.out.println(Report.of(measurement));
  }

  /**
   * All that a reader needs to judge the figures.
   *
   * @param commit that was measured
   */
  private record Results(
      Instant at,
      String commit,
      String java,
      int cores,
      Options options,
      List<String> lifted,
      List<Measurement> measurements) {}

  private Path written() throws IOException {
    Results results =
        new Results(
            at,
            System.getProperty("convene.commit", "unknown"),
            Runtime.version().toString(),
            Runtime.getRuntime().availableProcessors(),
            options,
            Bench.LIFTED,
            measurements);
    Path file = RESULTS.resolve(at.toString().replace(":", "") + ".json");
    Files.createDirectories(RESULTS);
    JsonDefaults.apply(tools.jackson.databind.json.JsonMapper.builder())
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file, results);
    return file;
  }
}
