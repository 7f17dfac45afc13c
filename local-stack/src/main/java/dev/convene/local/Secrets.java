package dev.convene.local;

import dev.convene.defaults.sealing.Seal;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;

/** The stack's own passwords and key: random, and kept beside the data that they open. */
final class Secrets {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private final Properties values = new Properties();

  Secrets(Path folder) throws IOException {
    this.file = folder.resolve("secrets.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      }
    } else {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
  }

  /** The password of that database user. */
  String password(String user) {
    return value("database." + user, Secrets::random);
  }

  /** The keyset that all services share. */
  String sealingKeyset() {
    return value("sealing.keyset", Seal::newKeyset);
  }

  /** The keyset that auth-service alone has. */
  String authKeyset() {
    return value("auth.keyset", Seal::newKeyset);
  }

  /** The keyset that wraps the keys of people's tokens. */
  String vaultKeyset() {
    return value("vault.keyset", Seal::newKeyset);
  }

  private synchronized String value(String name, Supplier<String> fresh) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    String made = fresh.get();
    values.setProperty(name, made);
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, "For this stack on this machine only");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }

  private static String random() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
