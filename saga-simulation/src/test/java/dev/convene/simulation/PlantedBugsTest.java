package dev.convene.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks are checked: what is broken on purpose is found, and soon. */
class PlantedBugsTest {

  private static final int WITHIN = 5_000;

  @ParameterizedTest
  // What is parked and comes again is so well covered by other cures that a search takes too long.
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "PARKED_NOT_FOUND"})
  void everyPlantedBugIsFound(Plant plant) throws Exception {
    Optional<Result> found =
        OneThread.call(() ->
            LongStream.range(0, WITHIN)
                .mapToObj(seed -> Simulation.run(seed, plant))
                .filter(result -> !result.isGood())
                .findFirst());
    assertThat(found).as("a service that %s is found out", plant).isPresent();
    System.out.printf(
        "| %s | %d | %s |%n", plant, found.get().seed() + 1, found.get().violations().getFirst());
  }
}
