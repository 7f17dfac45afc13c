package dev.convene.local.process;

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
    String stopSignal,
    Readiness readiness) {

  public Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** A program that ends in good order on SIGTERM. */
  public Program(
      List<String> command, Map<String, String> environment, Path directory, Readiness readiness) {
    this(command, environment, directory, "TERM", readiness);
  }
}
