package dev.convene.gateway.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of its own, reached through a link that can be cut. */
public final class Database {

  private final EmbeddedPostgres server;
  private final Link link;

  private Database(EmbeddedPostgres server) {
    this.server = server;
    this.link = Link.to(server.getPort());
  }

  public static Database started() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder().setServerConfig("max_connections", "60").start();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                try {
                  server.close();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }));
      return new Database(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands between the service and the server. */
  public Link link() {
    return link;
  }

  /** The first column of the first row, by the server's own door. */
  public String ask(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a statement, by the server's own door. */
  public void run(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
