package dev.convene.servers;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * Where the servers of a test run come from: containers of the images that production uses where an
 * engine answers, and else what Maven brings. {@code CONVENE_TEST_SERVERS} in the environment
 * insists on one of them.
 */
enum Source {
  CONTAINERS,
  EMBEDDED;

  static final String VARIABLE = "CONVENE_TEST_SERVERS";

  private static final class Chosen {
    static final Source SOURCE =
        choose(System.getenv(VARIABLE), () -> DockerClientFactory.instance().isDockerAvailable());

    static {
      System.out.println("Servers for these tests: " + SOURCE.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The same for the whole run. */
  static Source chosen() {
    return Chosen.SOURCE;
  }

  static Source choose(@Nullable String wish, BooleanSupplier engineAnswers) {
    return switch (wish == null ? "" : wish) {
      case "" -> engineAnswers.getAsBoolean() ? CONTAINERS : EMBEDDED;
      case "embedded" -> EMBEDDED;
      case "containers" -> {
        if (!engineAnswers.getAsBoolean()) {
          throw new IllegalStateException(
              VARIABLE + " insists on containers, and no engine answers");
        }
        yield CONTAINERS;
      }
      default ->
          throw new IllegalArgumentException(VARIABLE + " is containers or embedded, not " + wish);
    };
  }
}
