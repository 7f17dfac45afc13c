package dev.convene.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of every request of one run. Times are nanoseconds after its start. */
record Outcomes(List<Outcome> all) {

  /**
   * What became of one.
   *
   * @param invited when the invitation was sent; absent where that did not happen
   */
  record Outcome(Exchange exchange, @Nullable Long invited) {

    /** From a time of the exchange to the invitation. */
    long untilInvited(ToLongFunction<Exchange> since) {
      return invited == null ? -1 : invited - since.applyAsLong(exchange);
    }
  }

  static Outcomes of(List<Exchange> exchanges, Map<UUID, Instant> invited, Instant beganAt) {
    return new Outcomes(
        exchanges.stream()
            .map(exchange -> {
              Instant at = exchange.meeting() == null ? null : invited.get(exchange.meeting());
              return new Outcome(
                  exchange, at == null ? null : Duration.between(beganAt, at).toNanos());
            })
            .toList());
  }

  Stream<Outcome> accepted() {
    return all.stream().filter(outcome -> outcome.exchange().accepted());
  }

  Stream<Outcome> completed() {
    return accepted().filter(outcome -> outcome.invited() != null);
  }

  /** Accepted, but no invitation in the time that was waited. */
  List<UUID> incomplete() {
    return accepted()
        .filter(outcome -> outcome.invited() == null)
        .map(outcome -> outcome.exchange().meeting())
        .toList();
  }

  /** Answers other than 202, by status; 0 stands for none. */
  Map<Integer, Long> errors() {
    return all.stream()
        .filter(outcome -> !outcome.exchange().accepted())
        .collect(groupingBy(outcome -> outcome.exchange().status(), TreeMap::new, counting()));
  }

  /** Those that were to be sent in that time. */
  Outcomes intended(LongPredicate when) {
    return new Outcomes(
        all.stream().filter(outcome -> when.test(outcome.exchange().intended())).toList());
  }

  long acceptedIn(LongPredicate when) {
    return accepted().filter(outcome -> when.test(outcome.exchange().answered())).count();
  }

  long completedIn(LongPredicate when) {
    return completed().filter(outcome -> when.test(invited(outcome))).count();
  }

  /** How many had been accepted by then, and not been completed. */
  long backlogAt(long time) {
    return acceptedIn(at -> at <= time) - completedIn(at -> at <= time);
  }

  /** When that share of all completions had happened. */
  long completedBy(double share) {
    List<Long> times =
        completed().map(Outcomes::invited).sorted(Comparator.naturalOrder()).toList();
    return times.isEmpty() ? 0 : times.get((int) Math.round(share * (times.size() - 1)));
  }

  private static long invited(Outcome outcome) {
    Long at = outcome.invited();
    return at == null ? Long.MAX_VALUE : at;
  }
}
