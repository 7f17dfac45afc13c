package dev.convene.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run as a process.
 *
 * @param environment added to this process's own
 * @param directory the working directory
 * @param stopSignal the signal that asks it to end in good order
 */
public record Program(
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Signal stopSignal,
    Readiness readiness) {

  public Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** A program that ends in good order on SIGTERM. */
  public Program(
      List<String> command, Map<String, String> environment, Path directory, Readiness readiness) {
    this(command, environment, directory, Signal.TERM, readiness);
  }

  /** Runs it, without input, and with all its output added to the log. */
  Process launch(Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
