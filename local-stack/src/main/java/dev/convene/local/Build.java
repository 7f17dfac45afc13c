package dev.convene.local;

import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the build has made, in the {@code target} folders.
 *
 * @param root the project's folder
 */
record Build(Path root) {

  private static final String MODULE = "local-stack";

  /** The build that this class is from. */
  static Build ofThisClass() {
    try {
      Path here = Path.of(Build.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path folder = here; folder != null; folder = folder.getParent()) {
        if (Files.exists(folder.resolve(MODULE).resolve("pom.xml"))) {
          return new Build(folder);
        }
      }
      throw new StartFailed("the stack runs only from the project's folder, not from " + here);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The jar that runs that module. */
  Path executable(String module) {
    Path target = root.resolve(module).resolve("target");
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        List<Path> jars =
            files.filter(file -> file.getFileName().toString().endsWith("-exec.jar")).toList();
        if (jars.size() == 1) {
          return jars.getFirst();
        }
      } catch (IOException e) {
        throw new StartFailed("cannot read " + target, e);
      }
    }
    throw new StartFailed(
        "%s has no executable jar; build it with: mvn -DskipTests package".formatted(target));
  }

  /** The class path of the programs that this module runs. */
  String classPath() {
    Path target = root.resolve(MODULE).resolve("target");
    return target.resolve("classes") + ":" + target.resolve("lib") + "/*";
  }

  /** Where PostgreSQL's programs are unpacked to. */
  Path cache() {
    return root.resolve(MODULE).resolve("target/programs");
  }
}
