package dev.convene.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/settings.md}, made of what the build knows of the configuration classes. */
final class SettingsPage {

  private static final List<String> MODULES =
      List.of(
          "gateway-service", "auth-service", "webex-service", "calendar-service", "step-worker");

  private static final String INTRODUCTION =
      """
      # Settings

      Made by the build from the configuration classes (`SettingsPageTest` in `deployment-tests` compares it).
      A setting is given by the environment, or by a file of its name in the folder that
      `SPRING_CONFIG_IMPORT=configtree:/run/secrets/` names, as Compose and Kubernetes give secrets. Times are
      written `30s`, `10m`, `24h`, or as ISO 8601 has them (`PT30S`). What is not here is Spring Boot's own and can
      be set the same way, such as `LOGGING_LEVEL_DEV_CONVENE=debug`. `REDIS_URL` gives the gateway's replicas one place
      for people's sessions; without it each keeps its own.
      """;

  private static final Pattern DEFAULTED =
      Pattern.compile("\\$\\{([A-Z_]+):((?:\\$\\{[^}]*}|[^}])*)}");

  private SettingsPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (String module : MODULES) {
      page.append("\n## ").append(title(module)).append('\n');
      if (Repository.isService(module)) {
        required(module, page);
      }
      variables(module, page);
      optional(module, page);
    }
    return page.toString();
  }

  private static String title(String module) {
    return module.equals("step-worker") ? "Both webex-service and calendar-service" : module;
  }

  private static void required(String service, StringBuilder page) {
    page.append("\nIt does not start without:\n\n| variable | what it is |\n| --- | --- |\n");
    new TreeMap<>(Repository.requiredSettings(service))
        .forEach((name, meaning) -> page.append("| `%s` | %s |%n".formatted(name, cell(meaning))));
  }

  /** Those that its configuration names, and what they are unless set. */
  private static void variables(String module, StringBuilder page) {
    Map<String, String> variables = new TreeMap<>();
    DEFAULTED
        .matcher(Repository.read(module + "/src/main/resources/" + file(module)))
        .results()
        .forEach(it -> variables.put(it.group(1), it.group(2)));
    if (!variables.isEmpty()) {
      page.append("\nBesides, unless set: ")
          .append(
              variables.entrySet().stream()
                  .map(it ->
                      it.getValue().isEmpty()
                          ? "`%s` (none)".formatted(it.getKey())
                          : "`%s` (`%s`)".formatted(it.getKey(), it.getValue()))
                  .collect(Collectors.joining(", ")))
          .append(".\n");
    }
  }

  private static String file(String module) {
    return Repository.isService(module) ? "application.yml" : module + ".yml";
  }

  private static void optional(String module, StringBuilder page) {
    Map<String, JsonNode> settings = new TreeMap<>();
    metadata(module)
        .filter(it -> it.has("defaultValue"))
        .forEach(it -> settings.put(it.path("name").asText(), it));
    page.append("\n| variable | default | what it is |\n| --- | --- | --- |\n");
    settings.forEach((name, it) ->
        page.append(
            "| `%s` | %s | %s |%n"
                .formatted(
                    variable(name),
                    value(it.path("defaultValue")),
                    cell(it.path("description").asText()))));
  }

  static Stream<JsonNode> metadata(String module) {
    return Repository.json(
            Repository.read(module + "/target/classes/META-INF/spring-configuration-metadata.json"))
        .path("properties")
        .valueStream();
  }

  /** Dots become underlines, dashes go. */
  private static String variable(String property) {
    return property.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
  }

  private static String value(JsonNode value) {
    String text =
        value.isArray()
            ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
            : value.asText();
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  private static String cell(String text) {
    return text.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|");
  }
}
