package dev.convene.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  @Test
  void aRateIsKeptToTheNanosecondHoweverLongItLasts() {
    Arrivals arrivals = Arrivals.steady(300, 3600);

    assertThat(arrivals.count()).isEqualTo(1_080_000);
    assertThat(arrivals.at(0)).isZero();
    assertThat(arrivals.at(1)).isEqualTo(3_333_333);
    assertThat(arrivals.at(300 * 3599)).isEqualTo(3_599_000_000_000L);
  }

  @Test
  void aBacklogIsDueAtOnce() {
    assertThat(IntStream.range(0, 5).mapToLong(Arrivals.atOnce(5)::at)).containsOnly(0L);
  }
}
