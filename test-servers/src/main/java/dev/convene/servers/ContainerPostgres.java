package dev.convene.servers;

import java.time.Duration;
import org.testcontainers.containers.wait.strategy.Wait;

/** PostgreSQL in a container. */
final class ContainerPostgres implements Postgres {

  /** The first is that of the server that makes the database. */
  private static final String READY = ".*database system is ready to accept connections.*\\s";

  private final int port = FreePort.next();
  private final Container container;

  ContainerPostgres(int mostConnections) {
    container =
        new Container(Images.POSTGRES, port, 5432)
            .withEnv("POSTGRES_PASSWORD", "postgres")
            // As the embedded one: a test that kills the machine is not among these.
            .withCommand(
                "postgres",
                "-c",
                "max_connections=" + mostConnections,
                "-c",
                "synchronous_commit=off",
                "-c",
                "timezone=UTC")
            .waitingFor(Wait.forLogMessage(READY, 2).withStartupTimeout(Duration.ofMinutes(1)));
    container.start();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void stop() {
    container.halt();
  }

  @Override
  public void start() {
    container.goOn();
    Patience.until("PostgreSQL answers", () -> connect("postgres").close());
  }

  @Override
  public void close() {
    container.stop();
  }
}
