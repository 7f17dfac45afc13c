package dev.convene.local.postgres;

import dev.convene.local.process.Interrupted;
import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.util.List;

/** PostgreSQL refuses to run as root, which containers and build machines often are. */
final class NotAsRoot {

  private static final List<String> OTHER_USER = List.of("unshare", "--user");

  private NotAsRoot() {}

  /** What to put before a command so that it does not see itself as root; empty for others. */
  static List<String> prefix() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    try {
      if (new ProcessBuilder("unshare", "--user", "true").start().waitFor() == 0) {
        return OTHER_USER;
      }
    } catch (IOException e) {
      throw new StartFailed("PostgreSQL refuses to run as root, and unshare is missing", e);
    } catch (InterruptedException e) {
      throw Interrupted.by(e);
    }
    throw new StartFailed(
        "PostgreSQL refuses to run as root, and this machine allows no user namespace: run this as"
            + " an ordinary user.");
  }
}
