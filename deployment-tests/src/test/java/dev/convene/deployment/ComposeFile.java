package dev.convene.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code docker-compose.yml} says, and what is wrong with it. */
record ComposeFile(String text, JsonNode content) {

  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)");
  private static final Set<String> ENTRY_POINT_WRITES = Set.of("kafka");
  private static final Set<String> ENDS_BY_ITSELF = Set.of("topics");

  ComposeFile(String text) {
    this(text, Repository.yaml(text).findFirst().orElseThrow());
  }

  Stream<Map.Entry<String, JsonNode>> services() {
    return content.path("services").properties().stream();
  }

  JsonNode service(String name) {
    return content.path("services").path(name);
  }

  /** The names of the variables that it takes from {@code .env}. */
  Set<String> variables() {
    return VARIABLE
        .matcher(text)
        .results()
        .map((MatchResult it) -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that listen where others than this machine can reach them. */
  List<String> published() {
    return breaking(service ->
        service
            .path("ports")
            .valueStream()
            .allMatch(port -> port.asText().startsWith("127.0.0.1:")));
  }

  /** Those that may do more than they need. */
  List<String> unconfined() {
    return services()
        .filter(it -> {
          JsonNode service = it.getValue();
          return !service.at("/cap_drop/0").asText().equals("ALL")
              || service.has("cap_add")
              || service.has("privileged")
              || !service.at("/security_opt/0").asText().equals("no-new-privileges:true")
              || !(service.path("read_only").asBoolean()
                  || ENTRY_POINT_WRITES.contains(it.getKey()));
        })
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those that can take all of the machine's memory. */
  List<String> unlimited() {
    return breaking(service -> service.has("mem_limit"));
  }

  /** Those of which nobody can tell whether they work. */
  List<String> unhealthy() {
    return services()
        .filter(it -> !ENDS_BY_ITSELF.contains(it.getKey()))
        .filter(it -> it.getValue().at("/healthcheck/test").isMissingNode())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those that may start before what they need. */
  List<String> startedTooEarly() {
    return services()
        .flatMap(service ->
            service.getValue().path("depends_on").properties().stream()
                .filter(needed -> {
                  String wanted =
                      ENDS_BY_ITSELF.contains(needed.getKey())
                          ? "service_completed_successfully"
                          : "service_healthy";
                  return !needed.getValue().path("condition").asText().equals(wanted)
                      || service(needed.getKey()).isMissingNode();
                })
                .map(needed -> service.getKey() + " on " + needed.getKey()))
        .toList();
  }

  /** Images without a version, or of no module. */
  List<String> unknownImages() {
    Set<String> built = Repository.imageModules().collect(Collectors.toSet());
    return services()
        .map(service -> service.getValue().path("image").asText())
        .filter(image -> {
          String[] parts = image.replaceAll("\\$\\{[A-Z_]+:-([^}]*)}", "$1").split(":", -1);
          return parts.length != 2
              || parts[1].equals("latest")
              || (parts[0].startsWith("convene/")
                  && !built.contains(parts[0].substring("convene/".length())));
        })
        .toList();
  }

  /** Secrets that a service is to get and that are not declared, and those that no service gets. */
  List<String> strangeSecrets() {
    Set<String> declared = new TreeSet<>();
    content.path("secrets").fieldNames().forEachRemaining(declared::add);
    Set<String> used =
        services()
            .flatMap(service -> service.getValue().path("secrets").valueStream())
            .map(secret -> secret.has("source") ? secret.path("source") : secret)
            .map(JsonNode::asText)
            .collect(Collectors.toCollection(TreeSet::new));
    return Stream.concat(
            used.stream().filter(it -> !declared.contains(it)),
            declared.stream().filter(it -> !used.contains(it)))
        .toList();
  }

  /** Required settings that a service is not told, by variable or by secret. */
  List<String> untold() {
    return services()
        .filter(service -> Repository.isService(service.getKey()))
        .flatMap(service ->
            Repository.requiredSettings(service.getKey()).keySet().stream()
                .filter(setting -> !service.getValue().path("environment").has(setting))
                .filter(setting ->
                    service
                        .getValue()
                        .path("secrets")
                        .valueStream()
                        .noneMatch(it -> it.path("target").asText().equals(setting)))
                .map(setting -> service.getKey() + " is not told " + setting))
        .toList();
  }

  private List<String> breaking(Predicate<JsonNode> rule) {
    return services()
        .filter(service -> !rule.test(service.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
