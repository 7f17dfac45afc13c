package dev.convene.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders an overlay as a cluster would get it. */
final class Kustomize {

  private Kustomize() {}

  /** The program that is there; either renders the same. */
  static Optional<List<String>> program() {
    if (onPath("kubectl")) {
      return Optional.of(List.of("kubectl", "kustomize"));
    }
    return onPath("kustomize") ? Optional.of(List.of("kustomize", "build")) : Optional.empty();
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  static List<JsonNode> overlay(String name) {
    List<String> command = new ArrayList<>(program().orElseThrow());
    command.add("k8s/overlays/" + name);
    return Repository.yaml(output(command)).toList();
  }

  /** The Secrets that {@code k8s/secrets} makes of that folder; no cluster is asked. */
  static List<JsonNode> secrets(Path folder) {
    return Repository.yaml(output(List.of("k8s/secrets", folder.toString()))).toList();
  }

  private static String output(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Repository.ROOT.toFile())
              .redirectErrorStream(false)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed");
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
