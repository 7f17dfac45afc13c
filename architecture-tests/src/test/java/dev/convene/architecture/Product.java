package dev.convene.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;

/**
 * What the rules are tried on: the real product, and the miniature with a planted violation each.
 */
final class Product {

  static final String ROOT = "dev.convene";
  static final String PLANTED_ROOT = "dev.convene.architecture.planted";

  /** The folder of the whole repository. */
  static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize().getParent();

  private static final ImportOption NOT_THESE_TESTS =
      location -> !location.contains("/dev/convene/architecture/");

  private Product() {}

  static JavaClasses real() {
    return new ClassFileImporter().withImportOption(NOT_THESE_TESTS).importPackages(ROOT);
  }

  static JavaClasses planted() {
    return new ClassFileImporter().importPackages(PLANTED_ROOT);
  }
}
