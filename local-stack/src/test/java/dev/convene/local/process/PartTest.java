package dev.convene.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell as the program, which starts in a millisecond. */
class PartTest {

  private static final String FOREVER = "while :; do sleep 0.02; done";

  @TempDir private Path folder;
  private Part part;

  @AfterEach
  void end() {
    part.kill();
  }

  @Test
  void itIsStartedWhenItIsReady() {
    part = part("echo ready > mark; " + FOREVER, () -> Files.exists(folder.resolve("mark")));

    part.start();

    assertThat(part.isRunning()).isTrue();
    assertThat(folder.resolve("mark")).exists();
  }

  @Test
  void aProgramThatEndsWhileStartingIsReportedWithItsLastLines() {
    part = part("echo no licence for this; exit 3", () -> false);

    assertThatExceptionOfType(StartFailed.class)
        .isThrownBy(part::start)
        .withMessageContaining("shell ended with exit code 3")
        .withMessageContaining("no licence for this");
  }

  @Test
  void itIsAskedToEndBeforeItIsKilled() throws IOException {
    part = part("trap 'echo in good order; exit' TERM; echo > mark; " + FOREVER, marked());
    part.start();

    part.stop();

    assertThat(part.isRunning()).isFalse();
    assertThat(Files.readString(part.log())).contains("in good order");
  }

  @Test
  void whatDoesNotEndIsKilledAfterTheLimit() {
    part = part("trap '' TERM; echo > mark; " + FOREVER, marked(), Duration.ofMillis(200));
    part.start();

    part.stop();

    assertThat(part.isRunning()).isFalse();
  }

  @Test
  void aKilledOneHasNoTimeForAnything() throws IOException {
    part = part("trap 'echo in good order; exit' TERM; echo > mark; " + FOREVER, marked());
    part.start();

    part.kill();

    assertThat(part.isRunning()).isFalse();
    assertThat(Files.readString(part.log())).doesNotContain("in good order");
  }

  @Test
  void itCanBeStartedAgain() {
    part = part(FOREVER, () -> true);
    part.start();
    long first = part.pid();
    part.kill();

    part.start();

    assertThat(part.pid()).isNotEqualTo(first);
  }

  @Test
  void aPausedOneStandsStillUntilItIsResumed() throws Exception {
    part = part(FOREVER, () -> true);
    part.start();

    part.pause();
    assertThat(state()).startsWith("T");

    part.resume();
    assertThat(state()).doesNotStartWith("T");
  }

  @Test
  void aPausedOneCanBeStopped() {
    part = part(FOREVER, () -> true);
    part.start();
    part.pause();

    part.stop();

    assertThat(part.isRunning()).isFalse();
  }

  @Test
  void retiringItEndsAStartThatIsUnderWay() throws Exception {
    part = part("echo > mark; " + FOREVER, () -> false);
    CompletableFuture<Void> start = CompletableFuture.runAsync(part::start);
    while (!Files.exists(folder.resolve("mark"))) {
      Thread.onSpinWait();
    }

    part.retire();

    assertThat(start).failsWithin(5, TimeUnit.SECONDS);
    assertThatExceptionOfType(StartFailed.class).isThrownBy(part::start);
  }

  private String state() throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "stat=", "-p", "" + part.pid()).start();
    return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
  }

  private Readiness marked() {
    return () -> Files.exists(folder.resolve("mark"));
  }

  private Part part(String script, Readiness readiness) {
    return part(script, readiness, Duration.ofSeconds(10));
  }

  private Part part(String script, Readiness readiness, Duration stopLimit) {
    Program program = new Program(List.of("sh", "-c", script), Map.of(), folder, readiness);
    return new Part("shell", folder.resolve("shell.log"), () -> program, stopLimit);
  }
}
