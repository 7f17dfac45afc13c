package dev.convene.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a release said on the topics.
 *
 * @param folder its schemas and examples, as {@code contracts/freeze} has kept them
 */
record Released(Path folder) {

  private static final Path ALL = Contract.MODULE.resolve("released");
  private static final String SCHEMA = ".schema.json";

  static List<Released> versions() {
    return list(ALL).filter(Files::isDirectory).map(Released::new).toList();
  }

  List<Path> examples() {
    return list(folder.resolve("examples")).flatMap(Released::list).toList();
  }

  /** Types that nobody can read any more. */
  List<String> forgotten() {
    return list(folder.resolve("examples"))
        .map(example -> example.getFileName().toString())
        .filter(type -> Contract.all().noneMatch(it -> it.type().typeName().equals(type)))
        .toList();
  }

  static Contract contractOf(Path example) {
    String type = example.getParent().getFileName().toString();
    return Contract.all()
        .filter(contract -> contract.type().typeName().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody reads " + type + " any more"));
  }

  /** What today's schemas demand that this release's did not, or do not have any more. */
  List<String> brokenPromises() {
    return list(folder)
        .filter(file -> file.toString().endsWith(SCHEMA))
        .flatMap(file ->
            broken(
                file.getFileName().toString().replace(SCHEMA, ""),
                Contract.JSON.readTree(file.toFile()),
                Contract.JSON.readTree(Contract.SCHEMAS.resolve(file.getFileName()).toFile()))
                .stream())
        .toList();
  }

  static List<String> broken(String where, JsonNode then, JsonNode now) {
    List<String> broken = new ArrayList<>();
    Set<String> demanded = texts(now.path("required"));
    demanded.removeAll(texts(then.path("required")));
    demanded.forEach(field -> broken.add(where + " demands " + field));
    then.path("properties")
        .propertyNames()
        .forEach(field -> {
          if (!now.path("properties").has(field)) {
            broken.add(where + " has no " + field + " any more");
          }
        });
    for (String part : List.of("properties", "$defs")) {
      then.path(part)
          .propertyNames()
          .forEach(name ->
              broken.addAll(
                  broken(
                      where + "/" + name, then.path(part).path(name), now.path(part).path(name))));
    }
    if (then.has("items")) {
      broken.addAll(broken(where + "/items", then.path("items"), now.path("items")));
    }
    return broken;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(text -> texts.add(text.stringValue()));
    return texts;
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
