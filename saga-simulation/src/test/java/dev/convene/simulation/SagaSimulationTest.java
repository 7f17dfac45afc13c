package dev.convene.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * {@code -Dseed=4711} runs that history alone and prints it; {@code -Dhistories=100000} runs more
 * of them.
 */
class SagaSimulationTest {

  private static final int HISTORIES = Integer.getInteger("histories", 20_000);

  @Test
  void everyHistoryKeepsEveryPromise() throws Exception {
    Long seed = Long.getLong("seed");
    List<Result> bad = new ArrayList<>();
    List<Result> inTheWindow = new ArrayList<>();
    long began = System.nanoTime();
    OneThread.call(() -> {
      LongStream seeds = seed == null ? LongStream.range(0, HISTORIES) : LongStream.of(seed);
      seeds
          .mapToObj(each -> Simulation.run(each, Plant.NONE, Set.of(), seed != null))
          .forEach(result -> {
            if (!result.isGood()) {
              bad.add(result);
            }
            if (!result.inTheWindow().isEmpty()) {
              inTheWindow.add(result);
            }
            if (seed != null) {
              result.lines().forEach(System.out::println);
            }
          });
      return true;
    });
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%d histories in %.0f s; in %d of them a call came after its lease was lost%n",
        seed == null ? HISTORIES : 1, seconds, inTheWindow.size());
    assertThat(bad).as(() -> shortest(bad)).isEmpty();
    assertThat(checks(inTheWindow))
        .as("all else is kept even there")
        .isSubsetOf("ONCE", "TRUTH", "LINK", "FINAL", "ATTENTION");
    assertThat(inTheWindow).allSatisfy(result -> assertThat(result.unrepaired()).isEmpty());
    if (seed == null) {
      assertThat(inTheWindow).as("the window is open").isNotEmpty();
    }
  }

  @Test
  void theSameSeedIsTheSameHistory() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      long each = seed;
      List<String> once =
          OneThread.call(() -> Simulation.run(each, Plant.NONE, Set.of(), true).lines());
      List<String> again =
          OneThread.call(() -> Simulation.run(each, Plant.NONE, Set.of(), true).lines());
      assertThat(again).isEqualTo(once);
    }
  }

  private static Set<String> checks(List<Result> results) {
    Set<String> checks = new TreeSet<>();
    results.forEach(
        result -> result.inTheWindow().forEach(it -> checks.add(it.substring(0, it.indexOf(':')))));
    return checks;
  }

  /** The first bad history with only what it needs, and how to see it again. */
  private static String shortest(List<Result> bad) {
    if (bad.isEmpty()) {
      return "";
    }
    try {
      Result shrunk = OneThread.call(() -> Shrinking.shrunk(bad.getFirst(), Plant.NONE));
      List<Long> seeds = bad.stream().map(Result::seed).limit(20).toList();
      return "seeds %s; -Dseed=%d repeats the first, which needs only this:%n%s%n%s%n"
          .formatted(seeds, shrunk.seed(), String.join("\n", shrunk.lines()), shrunk.violations());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
