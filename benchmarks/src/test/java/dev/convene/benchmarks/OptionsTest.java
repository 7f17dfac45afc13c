package dev.convene.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.convene.benchmarks.Options.Task;
import dev.convene.benchmarks.Options.Workers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void aSteadyLoadIsMeasuredUnlessTold() {
    assertThat(Options.of().task()).isEqualTo(new Task.AtRate(100, 30));
    assertThat(Options.of("--rate", "250", "--seconds", "60").task())
        .isEqualTo(new Task.AtRate(250, 60));
  }

  @Test
  void aBacklogWaitsForItsWorkersUnlessTold() {
    assertThat(Options.of("--backlog", "10000").task())
        .isEqualTo(new Task.Backlog(10_000, Workers.STOPPED));
    assertThat(Options.of("--backlog", "10000", "--workers", "running").task())
        .isEqualTo(new Task.Backlog(10_000, Workers.RUNNING));
  }

  @Test
  void timesHaveUnits() {
    Options options = Options.of("--provider-latency", "300ms", "--warm-up", "2m");

    assertThat(options.providerLatency()).isEqualTo(Duration.ofMillis(300));
    assertThat(options.warmUp()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aServiceCanBeToldMore() {
    Options options =
        Options.of("--set", "webex-service:A_B=c=d", "--jvm", "gateway-service:-Xmx1g");

    assertThat(options.settings())
        .containsExactly(new Options.ForService("webex-service", "A_B=c=d"));
    assertThat(options.jvmArguments())
        .containsExactly(new Options.ForService("gateway-service", "-Xmx1g"));
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThatExceptionOfType(Options.Wrong.class)
        .isThrownBy(() -> Options.of("--rate", "fast"))
        .withMessage("--rate is a whole number from 1 to 20000, not fast.");
    assertThatExceptionOfType(Options.Wrong.class)
        .isThrownBy(() -> Options.of("--seconds"))
        .withMessage("--seconds needs a value.");
    assertThatExceptionOfType(Options.Wrong.class)
        .isThrownBy(() -> Options.of("--speed", "1"))
        .withMessage("There is no option --speed.");
    assertThatExceptionOfType(Options.Wrong.class)
        .isThrownBy(() -> Options.of("--workers", "asleep"))
        .withMessage("--workers is stopped, paused or running, not asleep.");
    assertThatExceptionOfType(Options.Wrong.class)
        .isThrownBy(() -> Options.of("--set", "kafka:A=b"))
        .withMessageStartingWith("--set is SERVICE:VARIABLE=VALUE, with one of [gateway-service,");
    assertThatExceptionOfType(Options.Wrong.class)
        .isThrownBy(() -> Options.of("--set", "webex-service:A"));
  }
}
