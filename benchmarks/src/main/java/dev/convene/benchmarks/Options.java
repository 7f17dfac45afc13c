package dev.convene.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code benchmarks/run} was asked for.
 *
 * @param providerLatency added to every call to a provider
 * @param warmUp under load before it is measured
 * @param patience how long nothing may come before what is missing is given up
 * @param connections the most that the driver holds
 * @param settings further variables for services, as {@code service:NAME=value}
 * @param jvmArguments further arguments for services' JVMs, as {@code service:argument}
 */
record Options(
    Task task,
    int hosts,
    Duration providerLatency,
    Duration warmUp,
    Duration patience,
    int connections,
    List<String> settings,
    List<String> jvmArguments) {

  /** What is to be measured. */
  sealed interface Task {

    /** A steady load. */
    record AtRate(double perSecond, int seconds) implements Task {}

    /** So many meetings at once. */
    record Backlog(int meetings, Workers workers) implements Task {}

    /** The highest steady load that is kept up, from runs of so many seconds. */
    record FindTop(double from, int seconds) implements Task {}
  }

  /** What webex-service and calendar-service do while a backlog is accepted. */
  enum Workers {
    STOPPED,
    PAUSED,
    RUNNING
  }

  static final String USAGE =
      """
      Usage: benchmarks/run [--rate N | --backlog N | --find-top] [options]

      Starts the whole system on free ports, puts it under load, reports, and stops it. Reports are
      also kept as JSON in benchmarks/results/.

        --rate N               a steady load of N requests a second (100)
        --backlog N            how long N requests take that are posted as fast as they are accepted
        --workers W            what the workers do meanwhile: stopped, paused, or running (stopped)
        --find-top             the highest rate of which 95 % are completed while it lasts, and
                               without a growing backlog; then a run at a tenth of it
        --from N               the first rate that --find-top tries (100)
        --seconds S            how long a load lasts (30; with --find-top: 15)
        --hosts H              mailboxes that the load is spread over (500)
        --provider-latency T   what every call to a provider takes longer, such as 300ms (0ms)
        --warm-up T            load before anything is measured (20s)
        --patience T           gives up what is missing when nothing came for so long (30s)
        --connections N        the most connections that the driver opens (1000)
        --set SERVICE:VAR=V    a further variable for a service, such as gateway-service:A_B=1
        --jvm SERVICE:ARG      a further argument for a service's JVM; both may be given again
        --help                 shows this
      """;

  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Options of(String... arguments) {
    double rate = 100;
    double from = 100;
    int backlog = 0;
    boolean findTop = false;
    int seconds = 0;
    int hosts = 500;
    int connections = 1000;
    Workers workers = Workers.STOPPED;
    Duration latency = Duration.ZERO;
    Duration warmUp = Duration.ofSeconds(20);
    Duration patience = Duration.ofSeconds(30);
    List<String> settings = new ArrayList<>();
    List<String> jvmArguments = new ArrayList<>();
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--rate" -> rate = number(option, rest, 20_000);
        case "--backlog" -> backlog = number(option, rest, 200_000);
        case "--workers" -> workers = workers(value(option, rest));
        case "--find-top" -> findTop = true;
        case "--from" -> from = number(option, rest, 20_000);
        case "--seconds" -> seconds = number(option, rest, 3600);
        case "--hosts" -> hosts = number(option, rest, 100_000);
        case "--provider-latency" -> latency = time(option, rest);
        case "--warm-up" -> warmUp = time(option, rest);
        case "--patience" -> patience = time(option, rest);
        case "--connections" -> connections = number(option, rest, 10_000);
        case "--set" -> settings.add(value(option, rest));
        case "--jvm" -> jvmArguments.add(value(option, rest));
        default -> throw new IllegalArgumentException("There is no option " + option + ".");
      }
    }
    Task task =
        findTop
            ? new Task.FindTop(from, seconds == 0 ? 15 : seconds)
            : backlog > 0
                ? new Task.Backlog(backlog, workers)
                : new Task.AtRate(rate, seconds == 0 ? 30 : seconds);
    return new Options(
        task, hosts, latency, warmUp, patience, connections, settings, jvmArguments);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value.");
    }
    return rest.next();
  }

  private static int number(String option, Iterator<String> rest, int most) {
    String text = value(option, rest);
    if (text.matches("[0-9]{1,7}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "%s is a whole number from 1 to %d, not %s.".formatted(option, most, text));
  }

  private static Duration time(String option, Iterator<String> rest) {
    Matcher time = TIME.matcher(value(option, rest));
    if (!time.matches()) {
      throw new IllegalArgumentException(option + " is a time such as 300ms, 20s or 2m.");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  private static Workers workers(String text) {
    try {
      return Workers.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("--workers is stopped, paused or running, not " + text + ".");
    }
  }
}
