package dev.convene.chaos;

import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.file.PathUtils;

/** What {@code chaos-tests/run} starts. */
public final class ChaosApplication {

  private static final Path DATA = Path.of("chaos-tests", "target", "runs").toAbsolutePath();
  private static final int NO_LIMIT = 0;

  private ChaosApplication() {}

  /**
   * Takes the options that {@code usage.txt} tells of. Ends with 0, 1 when a promise was not kept,
   * or 2 when it could not run.
   */
  public static void main(String[] arguments) throws Exception {
    try {
      Options options = Options.of(arguments);
      List<Outcome> outcomes = new ArrayList<>();
      for (long seed : options.seeds()) {
        outcomes.add(run(options, seed));
      }
      say("");
      System.out.println(Table.of(outcomes));
      boolean kept = outcomes.stream().allMatch(Outcome::kept);
      System.out.println(kept ? "Every promise was kept." : "A promise was NOT kept.");
      System.exit(kept ? 0 : 1);
    } catch (Options.Wrong | StartFailed e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static Outcome run(Options options, long seed) throws IOException, InterruptedException {
    // Its own, also where two run at the same time.
    Path data =
        DATA.resolve(
            "%s-%d-%d".formatted(options.scenario().word(), seed, ProcessHandle.current().pid()));
    say("starting the system, two processes of each service");
    Outcome outcome;
    try (Harness harness = harness(options, data)) {
      harness.warmUp();
      outcome =
          switch (options.scenario()) {
            case SCHEDULE, UNDISTURBED ->
                new DisturbedRun(options, ChaosApplication::say).run(harness, seed);
            case WEBEX_DOWN -> new WebexDown(options, ChaosApplication::say).run(harness, seed);
            case HOST_OVER_QUOTA ->
                new HostOverQuota(options, ChaosApplication::say).run(harness, seed);
            case POISONED_MAILBOX ->
                new PoisonedMailbox(options, ChaosApplication::say).run(harness, seed);
          };
    }
    System.out.print(outcome.complaint());
    if (outcome.kept()) {
      PathUtils.deleteDirectory(data);
    } else {
      say("logs and data: " + data);
    }
    return outcome;
  }

  private static Harness harness(Options options, Path data) {
    List<Options.Setting> settings = options.settings();
    return switch (options.scenario()) {
      case SCHEDULE, UNDISTURBED, WEBEX_DOWN -> new Harness(data, NO_LIMIT, true, settings);
      case HOST_OVER_QUOTA -> new Harness(data, HostOverQuota.PER_DAY, true, settings);
      case POISONED_MAILBOX -> new Harness(data, NO_LIMIT, false, settings);
    };
  }

  private static void say(String what) {
    System.out.println(
        what.isEmpty()
            ? ""
            : "  "
                + Instant.now().truncatedTo(ChronoUnit.MILLIS).toString().substring(11)
                + " "
                + what);
  }
}
