package dev.convene.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopRateTest {

  @Test
  void theRateIsDoubledAndThenTheGapHalved() throws Exception {
    List<Double> tried = new ArrayList<>();

    double top =
        TopRate.find(
            100,
            rate -> {
              tried.add(rate);
              return rate <= 700;
            });

    assertThat(tried).containsExactly(100.0, 200.0, 400.0, 800.0, 600.0, 700.0, 750.0);
    assertThat(top).isEqualTo(700);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 42, 99, 1234, 5000})
  void theTopIsFoundToATenth(double truth) throws Exception {
    assertThat(TopRate.find(100, rate -> rate <= truth)).isBetween(truth / 1.5, truth);
  }

  @Test
  void aSystemThatCompletesNothingHasNoTop() throws Exception {
    assertThat(TopRate.find(100, _ -> false)).isZero();
  }
}
