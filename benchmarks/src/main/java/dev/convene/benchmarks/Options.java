package dev.convene.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code benchmarks/run} was asked for.
 *
 * @param providerLatency added to every call to a provider
 * @param warmUp under load before it is measured
 * @param patience how long nothing may come before what is missing is given up
 * @param connections the most that the driver holds
 * @param settings further variables for services, as {@code NAME=value}
 * @param jvmArguments further arguments for services' JVMs
 * @param keep the folder for data and logs that are still there afterwards
 */
record Options(
    Task task,
    int hosts,
    Duration providerLatency,
    Duration warmUp,
    Duration patience,
    int connections,
    List<ForService> settings,
    List<ForService> jvmArguments,
    @Nullable Path keep) {

  /** What is to be measured. */
  sealed interface Task {

    /** A steady load. */
    record AtRate(double perSecond, int seconds) implements Task {}

    /** So many meetings at once. */
    record Backlog(int meetings, Workers workers) implements Task {}

    /** The highest steady load that is kept up, from runs of so many seconds. */
    record FindTop(double from, int seconds) implements Task {}
  }

  /** Something that one service is told at its start. */
  record ForService(String service, String text) {}

  /** What webex-service and calendar-service do while a backlog is accepted. */
  enum Workers {
    STOPPED,
    PAUSED,
    RUNNING
  }

  /** The command line is not what it should be; the message says how. */
  static final class Wrong extends RuntimeException {
    private Wrong(String message) {
      super(message);
    }
  }

  private static final List<String> SERVICES =
      List.of("gateway-service", "webex-service", "calendar-service");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)");

  /**
   * Reads the command line.
   *
   * @throws Wrong saying what is wrong with it
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
    Duration patience = Duration.ofSeconds(90);
    List<ForService> settings = new ArrayList<>();
    List<ForService> jvmArguments = new ArrayList<>();
    Path keep = null;
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
        case "--set" -> settings.add(ofService(option, rest, "VARIABLE=VALUE"));
        case "--keep" -> keep = Path.of(value(option, rest));
        case "--jvm" -> jvmArguments.add(ofService(option, rest, "ARGUMENT"));
        default -> throw new Wrong("There is no option " + option + ".");
      }
    }
    Task task =
        findTop
            ? new Task.FindTop(from, seconds == 0 ? 15 : seconds)
            : backlog > 0
                ? new Task.Backlog(backlog, workers)
                : new Task.AtRate(rate, seconds == 0 ? 30 : seconds);
    return new Options(
        task, hosts, latency, warmUp, patience, connections, settings, jvmArguments, keep);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new Wrong(option + " needs a value.");
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
    throw new Wrong("%s is a whole number from 1 to %d, not %s.".formatted(option, most, text));
  }

  private static Duration time(String option, Iterator<String> rest) {
    Matcher time = TIME.matcher(value(option, rest));
    if (!time.matches()) {
      throw new Wrong(option + " is a time such as 300ms, 20s or 2m.");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  private static ForService ofService(String option, Iterator<String> rest, String what) {
    String text = value(option, rest);
    int colon = text.indexOf(':');
    if (!SERVICES.contains(text.substring(0, Math.max(0, colon)))
        || (what.contains("=") && text.indexOf('=') < colon)) {
      throw new Wrong("%s is SERVICE:%s, with one of %s.".formatted(option, what, SERVICES));
    }
    return new ForService(text.substring(0, colon), text.substring(colon + 1));
  }

  private static Workers workers(String text) {
    try {
      return Workers.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new Wrong("--workers is stopped, paused or running, not " + text + ".");
    }
  }
}
