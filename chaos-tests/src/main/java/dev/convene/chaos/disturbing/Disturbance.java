package dev.convene.chaos.disturbing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Something that is done to one part of the system, and undone later. */
public sealed interface Disturbance {

  /** The parts that are not services. */
  String BROKER = "kafka";

  String DATABASE = "postgresql";

  /** What there is. */
  enum Kind {
    KILL,
    PAUSE,
    RESTART,
    CUT_BROKER,
    CUT_DATABASE,
    BROKER,
    DATABASE;

    /** As the command line and the reports have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of that word.
     *
     * @throws IllegalArgumentException naming those that there are
     */
    public static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  word + " is not one of " + Arrays.stream(values()).map(Kind::word).toList()));
    }

    /** Every way in which this can be done to a system of these processes. */
    List<Disturbance> variants(List<String> services) {
      return switch (this) {
        case KILL -> services.stream().<Disturbance>map(Kill::new).toList();
        case PAUSE -> services.stream().<Disturbance>map(Pause::new).toList();
        case RESTART -> services.stream().<Disturbance>map(Restart::new).toList();
        case CUT_BROKER ->
            services.stream()
                .<Disturbance>mapMulti((service, each) -> {
                  each.accept(new Cut(service, Disturbance.BROKER, true));
                  each.accept(new Cut(service, Disturbance.BROKER, false));
                })
                .toList();
        case CUT_DATABASE ->
            services.stream()
                .<Disturbance>mapMulti((service, each) -> {
                  each.accept(new Cut(service, Disturbance.DATABASE, true));
                  each.accept(new Cut(service, Disturbance.DATABASE, false));
                })
                .toList();
        case BROKER -> List.of(new Kill(Disturbance.BROKER), new Restart(Disturbance.BROKER));
        case DATABASE -> List.of(new Kill(Disturbance.DATABASE), new Restart(Disturbance.DATABASE));
      };
    }
  }

  /** The process that it is done to; two at once for one are one after the other. */
  String target();

  /** In a few words. */
  String words();

  /** SIGKILL, and started again later. */
  record Kill(String target) implements Disturbance {
    @Override
    public String words() {
      return "kill -9";
    }
  }

  /** SIGSTOP, and SIGCONT later. */
  record Pause(String target) implements Disturbance {
    @Override
    public String words() {
      return "pause";
    }
  }

  /** Stopped in good order, and started again later. */
  record Restart(String target) implements Disturbance {
    @Override
    public String words() {
      return "stop";
    }
  }

  /**
   * Its way to broker or database is cut.
   *
   * @param silently packets are lost; otherwise connections end
   */
  record Cut(String target, String from, boolean silently) implements Disturbance {
    @Override
    public String words() {
      return (silently ? "silence from " : "cut from ") + from;
    }
  }
}
