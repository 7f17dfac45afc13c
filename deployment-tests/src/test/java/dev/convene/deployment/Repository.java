package dev.convene.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** What this repository says elsewhere. */
final class Repository {

  static final Path ROOT = root();

  private static final ObjectMapper JSON = new ObjectMapper();
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
    return Files.exists(ROOT.resolve(module + "/src/main/resources/application.yml"));
  }

  /** What a service does not start without, by the names of environment variables. */
  static Map<String, String> requiredSettings(String service) {
    Map<String, String> required = new TreeMap<>();
    configuration(service)
        .map(document -> document.path("convene"))
        .forEach(convene ->
            convene
                .path("required-settings")
                .properties()
                .forEach(setting -> required.put(setting.getKey(), setting.getValue().asText())));
    return required;
  }

  /** Its own configuration and what that imports. */
  static Stream<JsonNode> configuration(String service) {
    String own = read(service + "/src/main/resources/application.yml");
    Stream<JsonNode> imported =
        Stream.of("service-defaults", "step-worker")
            .filter(module -> own.contains("classpath:" + module + ".yml"))
            .flatMap(module -> yaml(read(module + "/src/main/resources/" + module + ".yml")));
    return Stream.concat(yaml(own), imported).map(Repository::unflattened);
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
