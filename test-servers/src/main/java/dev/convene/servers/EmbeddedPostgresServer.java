package dev.convene.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** PostgreSQL from Maven, as processes of this machine. */
final class EmbeddedPostgresServer implements Postgres {

  private final int port = FreePort.next();
  private final int mostConnections;
  private final Path folder;
  private EmbeddedPostgres server;

  EmbeddedPostgresServer(int mostConnections) {
    this.mostConnections = mostConnections;
    try {
      folder = Files.createTempDirectory("convene-test-");
      server = launch();
      Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres launch() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setServerConfig("max_connections", String.valueOf(mostConnections))
        .setDataDirectory(folder.resolve("postgresql"))
        .setCleanDataDirectory(false)
        .start();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void start() {
    try {
      server = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (Files.notExists(folder)) {
      return;
    }
    stop();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
