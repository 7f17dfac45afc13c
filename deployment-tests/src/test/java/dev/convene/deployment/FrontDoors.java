package dev.convene.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an ingress lets in, compared with the gateway's doors as {@code docs/security.md} has them. */
final class FrontDoors {

  private static final Pattern DOOR = Pattern.compile("(?m)^\\| `[A-Z]+ (/[^ `]*)`");

  private FrontDoors() {}

  /** Doors that nobody comes to from outside. */
  static Stream<String> missing(Manifests manifests) {
    return manifests
        .all("Ingress")
        .flatMap(ingress -> {
          List<JsonNode> paths =
              ingress.at("/spec/rules").valueStream()
                  .flatMap(rule -> rule.at("/http/paths").valueStream())
                  .filter(path ->
                      path.at("/backend/service/name").asText().equals("gateway-service"))
                  .toList();
          return doors()
              .filter(door -> paths.stream().noneMatch(path -> leads(path, door)))
              .map(door -> door + " is no front door");
        });
  }

  private static Stream<String> doors() {
    String page = Repository.read("docs/security.md");
    return DOOR.matcher(page.substring(0, page.indexOf("## auth-service"))).results()
        .map((MatchResult it) -> it.group(1).replace("/**", ""))
        .filter(door -> !door.startsWith("/actuator"))
        .distinct();
  }

  private static boolean leads(JsonNode path, String door) {
    String front = path.path("path").asText();
    return door.equals(front)
        || (path.path("pathType").asText().equals("Prefix") && door.startsWith(front + "/"));
  }
}
