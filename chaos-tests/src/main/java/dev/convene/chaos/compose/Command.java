package dev.convene.chaos.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.local.process.Interrupted;
import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a program to its end. */
final class Command {

  private Command() {}

  /**
   * What it wrote.
   *
   * @throws StartFailed when it failed, with what it said about that
   */
  static String run(List<String> command, Map<String, String> environment) {
    try {
      Path errors = Files.createTempFile("convene-command-", ".err");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
          throw new StartFailed(
              String.join(" ", command) + " failed:\n" + Files.readString(errors) + output);
        }
        return output;
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new StartFailed(command.getFirst() + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw Interrupted.by(e);
    }
  }
}
