package dev.convene.local.postgres;

import dev.convene.local.process.Interrupted;
import dev.convene.local.process.Program;
import dev.convene.local.process.Readiness;
import dev.convene.local.process.Signal;
import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server on the loopback address. Commits are as durable as in production: {@code
 * fsync} and {@code synchronous_commit} stay on.
 *
 * @param folder for its data
 * @param password of its superuser, who is called {@code postgres}
 */
public record Database(int port, Path folder, String password) {

  private static final String SUPERUSER = "postgres";

  /**
   * The server as a program; makes the data folder where there is none.
   *
   * @param cache where PostgreSQL's programs are, or are to be unpacked
   * @param log where making the data folder writes to
   */
  public Program program(Path cache, Path log) {
    try {
      Path home = Binaries.unpackedIn(cache);
      Path data = folder.resolve("data");
      Files.createDirectories(folder);
      if (!Files.exists(data.resolve("PG_VERSION"))) {
        initialise(home, data, log);
      }
      return new Program(
          serve(home, data),
          Map.of(),
          folder,
          Signal.INT,
          Readiness.listening(port).and(this::answers));
    } catch (IOException e) {
      throw new StartFailed("PostgreSQL cannot be set up: " + e.getMessage(), e);
    }
  }

  private void initialise(Path home, Path data, Path log) throws IOException {
    Path passwordFile = Files.writeString(folder.resolve("password"), password);
    List<String> command = new ArrayList<>(NotAsRoot.prefix());
    command.addAll(
        List.of(
            home.resolve("bin/initdb").toString(),
            "--pgdata=" + data,
            "--username=" + SUPERUSER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            // Only for the files that initdb writes; the server itself syncs.
            "--no-sync"));
    try {
      Process initdb =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (!initdb.waitFor(60, TimeUnit.SECONDS) || initdb.exitValue() != 0) {
        initdb.destroyForcibly();
        throw new IOException("initdb failed; see " + log);
      }
    } catch (InterruptedException e) {
      throw Interrupted.by(e);
    } finally {
      Files.delete(passwordFile);
    }
  }

  private List<String> serve(Path home, Path data) {
    List<String> command = new ArrayList<>(NotAsRoot.prefix());
    command.addAll(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString()));
    Map.of(
            "listen_addresses", "127.0.0.1",
            "port", String.valueOf(port),
            // Its path would be too long in some folders, and nobody needs it.
            "unix_socket_directories", "",
            "max_connections", "150",
            "shared_buffers", "64MB",
            "max_wal_size", "512MB",
            "log_checkpoints", "off")
        .forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
    return command;
  }

  private boolean answers() {
    try (Connection _ = connect()) {
      return true;
    } catch (SQLException _) {
      return false;
    }
  }

  /**
   * Makes a database of that name with an owner of the same name, where there is none.
   *
   * @param name letters only
   */
  public void provide(String name, String ownersPassword) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (!found(statement, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
        statement.execute(
            "CREATE ROLE %s LOGIN PASSWORD %s"
                .formatted(name, statement.enquoteLiteral(ownersPassword)));
      }
      if (!found(statement, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
        statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
      }
    } catch (SQLException e) {
      throw new StartFailed("the database " + name + " cannot be made: " + e.getMessage(), e);
    }
  }

  private static boolean found(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?loginTimeout=3", SUPERUSER, password);
  }
}
