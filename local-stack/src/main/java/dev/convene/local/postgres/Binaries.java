package dev.convene.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.io.file.PathUtils;

/**
 * PostgreSQL's programs for this machine, as the jars of {@code io.zonky.test.postgres} carry them.
 */
final class Binaries {

  private static final String RUNNABLE = "rwxr-xr-x";

  private Binaries() {}

  /**
   * Unpacks them, where that was not done before.
   *
   * @param cache the folder that keeps them, each release in a folder of its own
   * @return the folder with {@code bin}, {@code lib} and {@code share}
   */
  static Path unpackedIn(Path cache) throws IOException {
    String archive = archiveName();
    URL url = Binaries.class.getResource("/" + archive);
    if (url == null) {
      throw new IOException(
          "there is no PostgreSQL for this machine among the dependencies: " + archive);
    }
    JarURLConnection connection = (JarURLConnection) url.openConnection();
    Path home = cache.resolve("postgresql-%08x".formatted(connection.getJarEntry().getCrc()));
    if (Files.isDirectory(home)) {
      return home;
    }
    Files.createDirectories(cache);
    // Who is first wins: the move fails for a second one that unpacked at the same time.
    Path scratch = Files.createTempDirectory(cache, "unpacking-");
    try (InputStream packed = new BufferedInputStream(connection.getInputStream())) {
      unpack(packed, scratch);
    }
    try {
      return Files.move(scratch, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      PathUtils.deleteDirectory(scratch);
      if (Files.isDirectory(home)) {
        return home;
      }
      throw e;
    }
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-%s-%s.txz"
        .formatted(
            system.contains("mac") ? "darwin" : system,
            machine.equals("aarch64") ? "arm_64" : "x86_64");
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("the archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, target);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(RUNNABLE));
          }
        }
      }
    }
  }
}
