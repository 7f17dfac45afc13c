package dev.convene.chaos;

import static java.util.stream.Collectors.toCollection;

import dev.convene.chaos.disturbing.Disturbance.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code chaos-tests/run} was asked for.
 *
 * @param perSecond requests
 * @param kinds of disturbances
 * @param targets processes that are disturbed
 * @param faults share of the calls to providers that fail, 0 to 1
 * @param cancels percent of the meetings that are cancelled again
 * @param bound within which all has to have ended when it is quiet again
 * @param outage how long the provider is down in {@link Scenario#WEBEX_DOWN}
 * @param settings further ones, for services
 */
record Options(
    Scenario scenario,
    List<Long> seeds,
    int meetings,
    double perSecond,
    Set<Kind> kinds,
    List<String> targets,
    double faults,
    int cancels,
    Duration bound,
    Duration outage,
    List<Setting> settings) {

  /** What is played through. */
  enum Scenario {
    SCHEDULE,
    UNDISTURBED,
    WEBEX_DOWN,
    HOST_OVER_QUOTA,
    POISONED_MAILBOX;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Scenario of(String word) {
      return Arrays.stream(values())
          .filter(scenario -> scenario.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              new Wrong(
                  "--scenario is one of " + Arrays.stream(values()).map(Scenario::word).toList()));
    }
  }

  /** The command line is not what it should be; the message says how. */
  static final class Wrong extends RuntimeException {
    private Wrong(String message) {
      super(message);
    }
  }

  /**
   * Something that one service is told at its start.
   *
   * @param service by the name of its module
   */
  record Setting(String service, String name, String value) {

    private static Setting of(String text) {
      String[] parts = text.split("[:=]", 3);
      if (parts.length < 3) {
        throw new IllegalArgumentException("must be SERVICE:NAME=VALUE");
      }
      return new Setting(parts[0], parts[1], parts[2]);
    }
  }

  /**
   * Reads the command line.
   *
   * @throws Wrong saying what is wrong with it
   */
  static Options of(String... arguments) {
    List<String> all = List.of(arguments);
    boolean isLong = all.contains("--long");
    Scenario scenario = Scenario.SCHEDULE;
    List<Long> seeds = isLong ? List.of(1L, 2L, 3L) : List.of(1L);
    int meetings = isLong ? 10_000 : 1200;
    double perSecond = isLong ? 65 : 22;
    Set<Kind> kinds = EnumSet.allOf(Kind.class);
    List<String> targets = Harness.PROCESSES;
    double faults = 0.1;
    int cancels = 10;
    Duration bound = Duration.ofSeconds(isLong ? 300 : 150);
    Duration outage = Duration.ofMinutes(10);
    List<Setting> settings = new ArrayList<>();
    Iterator<String> left = all.stream().filter(each -> !each.equals("--long")).iterator();
    while (left.hasNext()) {
      String option = left.next();
      if (!left.hasNext()) {
        throw new Wrong(option + " needs a value; see --help");
      }
      String value = left.next();
      try {
        switch (option) {
          case "--seed", "--seeds" ->
              seeds = Stream.of(value.split(",")).map(Long::valueOf).toList();
          case "--scenario" -> scenario = Scenario.of(value);
          case "--meetings" -> meetings = positive(value);
          case "--rate" -> perSecond = positive(value);
          case "--disturbances" -> kinds = kinds(value);
          case "--targets" -> targets = targets(value);
          case "--faults" -> faults = percent(value);
          case "--cancels" -> cancels = half(value);
          case "--bound" -> bound = Duration.ofSeconds(positive(value));
          case "--outage" -> outage = Duration.ofSeconds(positive(value));
          case "--set" -> settings.add(Setting.of(value));
          default -> throw new Wrong(option + " is not known; see --help");
        }
      } catch (IllegalArgumentException e) {
        throw new Wrong(option + ": " + e.getMessage());
      }
    }
    if (scenario == Scenario.UNDISTURBED) {
      kinds = EnumSet.noneOf(Kind.class);
      faults = 0;
    }
    return new Options(
        scenario, seeds, meetings, perSecond, kinds, targets, faults, cancels, bound, outage, settings);
  }

  private static List<String> targets(String words) {
    List<String> targets = List.of(words.split(","));
    if (!Harness.PROCESSES.containsAll(targets)) {
      throw new IllegalArgumentException("must be of " + Harness.PROCESSES);
    }
    return targets;
  }

  private static Set<Kind> kinds(String words) {
    return words.equals("none")
        ? EnumSet.noneOf(Kind.class)
        : Stream.of(words.split(","))
            .map(Kind::of)
            .collect(toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  private static int positive(String value) {
    int number = Integer.parseInt(value);
    if (number < 1) {
      throw new IllegalArgumentException("must be 1 or more");
    }
    return number;
  }

  private static int half(String value) {
    int number = Integer.parseInt(value);
    if (number < 0 || number > 50) {
      throw new IllegalArgumentException("must be a percentage, 0 to 50");
    }
    return number;
  }

  private static double percent(String value) {
    int number = Integer.parseInt(value);
    if (number < 0 || number > 100) {
      throw new IllegalArgumentException("must be a percentage, 0 to 100");
    }
    return number / 100.0;
  }
}
