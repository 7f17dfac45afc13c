package dev.convene.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** What this repository says elsewhere. */
final class Repository {

  static final Path ROOT = root();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RESOURCES = "/src/main/resources/";
  private static final Pattern IMPORTED = Pattern.compile("classpath:([a-z-]+\\.yml)");
  private static final Pattern HAS_IMAGE = Pattern.compile("<image.skip>false</image.skip>");

  private Repository() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docker-compose.yml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of a YAML text, with anchors and merge keys resolved. */
  static Stream<JsonNode> yaml(String text) {
    return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
        .filter(document -> document != null)
        .map(document -> JSON.<JsonNode>valueToTree(document));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The modules that Jib builds an image of. */
  static Stream<String> imageModules() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .filter(module -> HAS_IMAGE.matcher(read(module + "/pom.xml")).find())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is one of Convene's own that has settings of its own. */
  static boolean isService(String module) {
    return Files.exists(ROOT.resolve(module + RESOURCES + "application.yml"));
  }

  /** What a service does not start without, by the names of environment variables. */
  static Map<String, String> requiredSettings(String service) {
    Map<String, String> required = new TreeMap<>();
    configurationFiles(service).forEach(file -> required.putAll(requiredIn(file)));
    return required;
  }

  /** What one file of a configuration lists as required. */
  static Map<String, String> requiredIn(String file) {
    Map<String, String> required = new TreeMap<>();
    yaml(read(file))
        .map(Repository::unflattened)
        .map(document -> document.path("convene").path("required-settings"))
        .flatMap(settings -> settings.properties().stream())
        .forEach(setting -> required.put(setting.getKey(), setting.getValue().asText()));
    return required;
  }

  /** Its own configuration and what that imports, where nothing else is chosen. */
  private static List<String> configurationFiles(String service) {
    String own = service + RESOURCES + "application.yml";
    Stream<String> imported =
        IMPORTED
            .matcher(read(own).replaceAll("\\$\\{[A-Z_]+:([^}]*)}", "$1"))
            .results()
            .map((MatchResult it) -> it.group(1))
            .map(name ->
                Files.exists(ROOT.resolve(service + RESOURCES + name))
                    ? service + RESOURCES + name
                    : name.replace(".yml", "") + RESOURCES + name)
            // What is optional need not be there.
            .filter(file -> Files.exists(ROOT.resolve(file)));
    return Stream.concat(Stream.of(own), imported).toList();
  }

  /** Files with further settings of a service, of which it takes one or the other. */
  static List<String> choices(String service) {
    try (Stream<Path> files = Files.list(ROOT.resolve(service + RESOURCES))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(service.replace("-service", "") + "-"))
          .map(name -> service + RESOURCES + name)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys such as {@code convene.required-settings} as the tree that they stand for. */
  private static JsonNode unflattened(JsonNode document) {
    JsonNode required = document.get("convene.required-settings");
    return required == null
        ? document
        : JSON.createObjectNode()
            .set("convene", JSON.createObjectNode().set("required-settings", required));
  }
}
