package dev.convene.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void withoutOptionsEverythingStaysUpAfterTheSampleAndNothingIsKept() {
    Options options = Options.of();

    assertThat(options.sample()).isTrue();
    assertThat(options.once()).isFalse();
    assertThat(options.keep()).isFalse();
    assertThat(options.portOffset()).isZero();
  }

  @Test
  void optionsComeInAnyOrder() {
    Options options =
        Options.of(
            "--once",
            "--sample-attendee",
            "a@b.example",
            "--keep",
            "--port-offset",
            "1000",
            "--no-sample",
            "--sample-attendee",
            "c@d.example",
            "--sample-host",
            "e@f.example");

    assertThat(options.once()).isTrue();
    assertThat(options.keep()).isTrue();
    assertThat(options.sample()).isFalse();
    assertThat(options.portOffset()).isEqualTo(1000);
    assertThat(options.sampleHost()).isEqualTo("e@f.example");
    assertThat(options.sampleAttendees()).containsExactly("a@b.example", "c@d.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "many", "60000"})
  void anOffsetThatLeavesNoPortIsRefused(String offset) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of("--port-offset", offset))
        .withMessageContaining("--port-offset")
        .withMessageContaining(offset);
  }

  @Test
  void aValueThatIsMissingIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of("--port-offset"))
        .withMessage("--port-offset needs a value.");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of("--ports"))
        .withMessage("There is no option --ports.");
  }
}
