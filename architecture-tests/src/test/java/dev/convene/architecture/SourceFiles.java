package dev.convene.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files that people write, of this repository or of a small one made for a test. */
final class SourceFiles {

  private static final Set<String> NOT_WRITTEN =
      Set.of("target", "node_modules", "dist", ".git", ".data", ".idea", ".vscode");
  private static final Pattern CODE =
      Pattern.compile(".*\\.(java|ts|tsx|js|css|html|ya?ml|sql|xml|sh)|run|check");
  // Put together, so that this file does not find itself.
  private static final Pattern LEFT_FOR_LATER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
  private static final Pattern MOCKS =
      Pattern.compile("org\\." + "mockito|Mock" + "Bean|Mockito" + "Bean|Mock" + "itoSpyBean");
  private static final int LONGEST = 300;

  private final Path root;
  private final List<Path> code = new ArrayList<>();

  SourceFiles(Path root) throws IOException {
    this.root = root;
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && NOT_WRITTEN.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (CODE.matcher(file.getFileName().toString()).matches()) {
              code.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  int count() {
    return code.size();
  }

  /** Java files of the product, not of tests, that are longer than 300 lines. */
  List<String> tooLong() {
    return code.stream()
        .filter(file -> file.toString().contains("/src/main/java/"))
        .filter(file -> lines(file).size() > LONGEST)
        .map(file -> root.relativize(file) + ": " + lines(file).size() + " lines")
        .toList();
  }

  /** Lines that put something off. */
  List<String> leftForLater() {
    return code.stream().flatMap(file -> linesWith(LEFT_FOR_LATER, file)).toList();
  }

  /** Lines that mock instead of faking. */
  List<String> mocks() {
    return code.stream()
        .filter(file -> file.toString().endsWith(".java"))
        .flatMap(file -> linesWith(MOCKS, file))
        .toList();
  }

  private Stream<String> linesWith(Pattern pattern, Path file) {
    List<String> lines = lines(file);
    return IntStream.range(0, lines.size())
        .filter(i -> pattern.matcher(lines.get(i)).find())
        .mapToObj(i -> root.relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("not text in UTF-8: " + file, e);
    }
  }
}
