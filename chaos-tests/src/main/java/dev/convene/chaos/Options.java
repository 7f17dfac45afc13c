package dev.convene.chaos;

import static java.util.stream.Collectors.toCollection;

import dev.convene.chaos.disturbing.Disturbance.Kind;
import java.time.Duration;
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
 * @param faults share of the calls to providers that fail, 0 to 1
 * @param bound within which all has to have ended when it is quiet again
 * @param outage how long the provider is down in {@link Scenario#WEBEX_DOWN}
 */
record Options(
    Scenario scenario,
    List<Long> seeds,
    int meetings,
    double perSecond,
    Set<Kind> kinds,
    double faults,
    Duration bound,
    Duration outage) {

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

  /** A run that is part of every check. */
  private static final Options SHORT =
      new Options(
          Scenario.SCHEDULE,
          List.of(1L),
          1200,
          22,
          EnumSet.allOf(Kind.class),
          0.1,
          Duration.ofSeconds(150),
          Duration.ofMinutes(10));

  private static final Options LONG =
      new Options(
          Scenario.SCHEDULE,
          List.of(1L, 2L, 3L),
          10_000,
          50,
          SHORT.kinds,
          SHORT.faults,
          Duration.ofMinutes(5),
          SHORT.outage);

  /**
   * Reads the command line.
   *
   * @throws Wrong saying what is wrong with it
   */
  static Options of(String... arguments) {
    Options options = SHORT;
    Iterator<String> left = List.of(arguments).iterator();
    while (left.hasNext()) {
      String option = left.next();
      if (option.equals("--long")) {
        options = LONG;
        continue;
      }
      if (!left.hasNext()) {
        throw new Wrong(option + " needs a value; see --help");
      }
      options = options.with(option, left.next());
    }
    return options.scenario == Scenario.UNDISTURBED
        ? options.with("--disturbances", "none").with("--faults", "0")
        : options;
  }

  private Options with(String option, String value) {
    try {
      return switch (option) {
        case "--seed", "--seeds" -> with(Stream.of(value.split(",")).map(Long::valueOf).toList());
        case "--scenario" ->
            new Options(
                Scenario.of(value), seeds, meetings, perSecond, kinds, faults, bound, outage);
        case "--meetings" ->
            new Options(scenario, seeds, positive(value), perSecond, kinds, faults, bound, outage);
        case "--rate" ->
            new Options(scenario, seeds, meetings, positive(value), kinds, faults, bound, outage);
        case "--disturbances" ->
            new Options(scenario, seeds, meetings, perSecond, kinds(value), faults, bound, outage);
        case "--faults" ->
            new Options(scenario, seeds, meetings, perSecond, kinds, percent(value), bound, outage);
        case "--bound" ->
            new Options(
                scenario, seeds, meetings, perSecond, kinds, faults, seconds(value), outage);
        case "--outage" ->
            new Options(scenario, seeds, meetings, perSecond, kinds, faults, bound, seconds(value));
        default -> throw new Wrong(option + " is not known; see --help");
      };
    } catch (IllegalArgumentException e) {
      throw new Wrong(option + ": " + e.getMessage());
    }
  }

  private Options with(List<Long> others) {
    return new Options(scenario, others, meetings, perSecond, kinds, faults, bound, outage);
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

  private static double percent(String value) {
    int number = Integer.parseInt(value);
    if (number < 0 || number > 100) {
      throw new IllegalArgumentException("must be a percentage, 0 to 100");
    }
    return number / 100.0;
  }

  private static Duration seconds(String value) {
    return Duration.ofSeconds(positive(value));
  }
}
