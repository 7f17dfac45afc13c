package dev.convene.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL server on the loopback address, whose superuser {@code postgres} has the password
 * {@code postgres}. It goes when the JVM ends.
 */
public interface Postgres extends AutoCloseable {

  /** A new one with an empty database, {@code postgres}. */
  static Postgres started(int mostConnections) {
    return switch (Source.chosen()) {
      case CONTAINERS -> new ContainerPostgres(mostConnections);
      case EMBEDDED -> new EmbeddedPostgresServer(mostConnections);
    };
  }

  /** Where it listens; the same for as long as it is there. */
  int port();

  /** Cuts every connection; new ones are refused until it starts again. */
  void stop();

  /** At the same place, with the same data; returns when it answers. */
  void start();

  @Override
  void close();

  /** A connection of the superuser's. */
  default Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?connectTimeout=5",
        "postgres",
        "postgres");
  }
}
