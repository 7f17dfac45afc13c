package dev.convene.chaos.checking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other systems were told of a meeting, on {@code scheduling.outcomes}.
 *
 * @param number of the outcome; the higher holds
 * @param id the same for copies
 */
public record Told(int number, String id, String type) {

  public static final String DELAYED = "outcome.delayed.v1";

  private static final Map<String, String> STATUS =
      Map.of(
          "outcome.scheduled.v1",
          Claim.SCHEDULED,
          DELAYED,
          "DELAYED",
          "outcome.failed.v1",
          "FAILED",
          "outcome.cancelled.v1",
          "CANCELLED",
          "outcome.attention.v1",
          Claim.NEEDS_ATTENTION);

  /** In the API's words. */
  public String status() {
    return STATUS.getOrDefault(type, type);
  }

  /** Each once, in the order in which they hold. */
  public static List<Told> each(List<Told> all) {
    return all.stream().distinct().sorted(Comparator.comparingInt(Told::number)).toList();
  }

  /** What holds in the end. */
  public static Optional<Told> last(List<Told> all) {
    return all.stream().max(Comparator.comparingInt(Told::number));
  }
}
