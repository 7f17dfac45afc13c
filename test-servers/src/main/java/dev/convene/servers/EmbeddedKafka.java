package dev.convene.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kafka from Maven, in a JVM of its own. */
final class EmbeddedKafka implements Kafka {

  private final int port = FreePort.next();
  private final Path folder;
  private @Nullable Process process;

  EmbeddedKafka() {
    try {
      folder = Files.createTempDirectory("convene-test-kafka-");
      Path data = folder.resolve("data");
      Files.writeString(
          folder.resolve("server.properties"),
          KafkaSettings.properties(
              KafkaSettings.of(
                  "127.0.0.1:" + port,
                  brokers(),
                  FreePort.next(),
                  FreePort.next(),
                  data.toString())));
      Runtime.getRuntime().addShutdownHook(new Thread(this::close));
      start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String brokers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void start() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KafkaProcess.class.getName(),
            folder.resolve("server.properties").toString(),
            folder.resolve("data").toString());
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer();
  }

  @Override
  public void stop() {
    if (process != null) {
      process.destroy();
      process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  @Override
  public synchronized void close() {
    if (Files.notExists(folder)) {
      return;
    }
    if (process != null) {
      process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
