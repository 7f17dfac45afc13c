package dev.convene.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.convene.chaos.Options.Scenario;
import dev.convene.chaos.disturbing.Disturbance.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void theLongFormIsTenThousandMeetingsForEachOfThreeSeeds() {
    Options options = Options.of("--long");

    assertThat(options.meetings()).isEqualTo(10_000);
    assertThat(options.seeds()).containsExactly(1L, 2L, 3L);
    assertThat(options.kinds()).containsExactly(Kind.values());
    assertThat(options.faults()).isEqualTo(0.1);
  }

  @Test
  void eachOptionChangesWhatItNames() {
    Options options =
        Options.of(
            "--seeds",
            "4,5",
            "--meetings",
            "7",
            "--rate",
            "8",
            "--disturbances",
            "kill,cut-broker",
            "--faults",
            "25",
            "--bound",
            "9",
            "--outage",
            "60",
            "--scenario",
            "webex-down");

    assertThat(options.seeds()).containsExactly(4L, 5L);
    assertThat(options.meetings()).isEqualTo(7);
    assertThat(options.perSecond()).isEqualTo(8);
    assertThat(options.kinds()).containsExactly(Kind.KILL, Kind.CUT_BROKER);
    assertThat(options.faults()).isEqualTo(0.25);
    assertThat(options.bound()).isEqualTo(Duration.ofSeconds(9));
    assertThat(options.outage()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.scenario()).isEqualTo(Scenario.WEBEX_DOWN);
  }

  @Test
  void undisturbedMeansWithoutDisturbancesAndFaults() {
    Options options = Options.of("--scenario", "undisturbed");

    assertThat(options.kinds()).isEmpty();
    assertThat(options.faults()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "--seed, x",
    "--meetings, 0",
    "--faults, 101",
    "--disturbances, earthquake",
    "--scenario, fire",
    "--colour, blue"
  })
  void whatIsWrongIsSaid(String option, String value) {
    assertThatExceptionOfType(Options.Wrong.class)
        .isThrownBy(() -> Options.of(option, value))
        .withMessageContaining(option);
  }

  @Test
  void aMissingValueIsSaid() {
    assertThatExceptionOfType(Options.Wrong.class)
        .isThrownBy(() -> Options.of("--seed"))
        .withMessageContaining("--seed");
  }
}
