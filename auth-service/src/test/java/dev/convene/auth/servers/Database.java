package dev.convene.auth.servers;

import dev.convene.servers.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own, on the one PostgreSQL server of this run. */
public final class Database {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final class Server {
    static final Postgres SERVER = Postgres.started(120);
  }

  private final String name = "auth" + NUMBER.incrementAndGet();

  public Database() {
    execute("postgres", "create database " + name);
  }

  List<String> settings() {
    return List.of(
        "DATABASE_HOST=127.0.0.1",
        "DATABASE_PORT=" + Server.SERVER.port(),
        "DATABASE_NAME=" + name,
        "DATABASE_USERNAME=postgres",
        "DATABASE_PASSWORD=postgres");
  }

  public void run(String sql) {
    execute(name, sql);
  }

  /** The first column of the first row. */
  public String ask(String sql) {
    return rows(sql).getFirst();
  }

  /** Every row of every table as text, as a thief of a dump has it. */
  public String dump() {
    StringBuilder dump = new StringBuilder();
    for (String table :
        rows("select table_name from information_schema.tables where table_schema = 'public'")) {
      rows("select t::text from " + table + " t").forEach(row -> dump.append(row).append('\n'));
    }
    return dump.toString();
  }

  private List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = Server.SERVER.connect(name);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String database, String sql) {
    try (Connection connection = Server.SERVER.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
