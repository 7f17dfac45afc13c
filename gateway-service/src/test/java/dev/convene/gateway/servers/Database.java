package dev.convene.gateway.servers;

import dev.convene.servers.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of its own, reached through a link that can be cut. */
public final class Database {

  private final Postgres server;
  private final Link link;

  private Database(Postgres server) {
    this.server = server;
    this.link = Link.to(server.port());
  }

  public static Database started() {
    return new Database(Postgres.started(60));
  }

  /** What stands between the service and the server. */
  public Link link() {
    return link;
  }

  /** The first column of the first row, by the server's own door. */
  public String ask(String sql) {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a statement, by the server's own door. */
  public void run(String sql) {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
