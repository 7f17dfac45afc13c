package dev.convene.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The portal in a real browser. Its stories are told in its own language, in {@code
 * portal/stories}; here they get the system that all stories share. Their report lies beside this
 * module's own.
 */
@EndToEnd
class PortalStory {

  private static final Path PORTAL = Path.of("..", "portal");
  private static final File REPORT =
      Path.of("target", "failsafe-reports", "TEST-portal-stories.xml").toAbsolutePath().toFile();
  private static final File TOLD =
      Path.of("target", "portal-stories.log").toAbsolutePath().toFile();
  private static final long MINUTES = 5;

  private final Convene convene;

  PortalStory(Convene convene) {
    this.convene = convene;
  }

  /** Where a browser is missing, that is said, unless somebody named one. */
  private static boolean hasBrowser() {
    return System.getenv("CHROMIUM") != null
        || Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome")
            .anyMatch(browser -> Files.isExecutable(Path.of(browser)));
  }

  @Test
  void peopleScheduleWithTheirBrowsers() throws IOException, InterruptedException {
    assumeTrue(hasBrowser(), "there is no Chromium here; say in CHROMIUM where it is");
    ProcessBuilder stories =
        new ProcessBuilder(
                "node",
                "node_modules/vitest/vitest.mjs",
                "run",
                "--config",
                "stories/vitest.config.ts",
                "--reporter=default",
                "--reporter=junit",
                "--outputFile.junit=" + REPORT)
            .directory(PORTAL.toFile())
            // Node makes what it inherits non-blocking, by which Maven talks to this process.
            .redirectErrorStream(true)
            .redirectOutput(TOLD);
    stories
        .environment()
        .putAll(
            Map.of(
                "CONVENE_GATEWAY", convene.stack().gateway().toString(),
                "CONVENE_WEBEX", convene.stack().webexSimulator().toString(),
                "CONVENE_MICROSOFT", convene.stack().microsoftSimulator().toString()));

    Process running = stories.start();
    running.getOutputStream().close();
    try {
      assertThat(running.waitFor(MINUTES, TimeUnit.MINUTES)).as("they end").isTrue();
      assertThat(running.exitValue()).as("what failed is said above, and in " + REPORT).isZero();
    } finally {
      System.out.print(Files.readString(TOLD.toPath()));
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
    }
  }
}
