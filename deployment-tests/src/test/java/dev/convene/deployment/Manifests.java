package dev.convene.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a cluster gets: a rendered overlay, and the Secrets that somebody made before.
 *
 * @param secrets those of {@code k8s/secrets}
 */
record Manifests(List<JsonNode> documents, List<JsonNode> secrets) {

  Stream<JsonNode> all(String kind) {
    return Stream.concat(documents.stream(), secrets.stream())
        .filter(document -> document.path("kind").asText().equals(kind));
  }

  boolean has(String kind, String name) {
    return all(kind).anyMatch(document -> nameOf(document).equals(name));
  }

  Stream<JsonNode> deployments() {
    return all("Deployment");
  }

  static String nameOf(JsonNode document) {
    return document.path("metadata").path("name").asText();
  }

  static JsonNode pod(JsonNode deployment) {
    return deployment.path("spec").path("template").path("spec");
  }

  static Stream<JsonNode> containers(JsonNode deployment) {
    return Stream.of("initContainers", "containers")
        .flatMap(list -> pod(deployment).path(list).valueStream());
  }

  /** The deployments whose pods a selector takes; none where it is for pods of operators. */
  Stream<JsonNode> selected(JsonNode selector) {
    return deployments()
        .filter(deployment ->
            matches(selector, deployment.path("spec").path("template").path("metadata")));
  }

  private static boolean matches(JsonNode selector, JsonNode metadata) {
    JsonNode labels = metadata.path("labels");
    return selector.path("matchLabels").properties().stream()
            .allMatch(label -> label.getValue().equals(labels.path(label.getKey())))
        && selector
            .path("matchExpressions")
            .valueStream()
            .allMatch(expression ->
                expression.path("operator").asText().equals("In")
                    && expression
                        .path("values")
                        .valueStream()
                        .anyMatch(labels.path(expression.path("key").asText())::equals));
  }

  /** The ports that the pods of a deployment open, by number. */
  static List<Integer> ports(JsonNode deployment) {
    return containers(deployment)
        .flatMap(container -> container.path("ports").valueStream())
        .map(port -> port.path("containerPort").asInt())
        .toList();
  }

  /** The names of all settings that a deployment's first container is given. */
  List<String> settings(JsonNode deployment) {
    List<String> names = new ArrayList<>();
    JsonNode container = containers(deployment).findFirst().orElseThrow();
    container.path("env").forEach(variable -> names.add(variable.path("name").asText()));
    container
        .path("envFrom")
        .forEach(source ->
            document("ConfigMap", source.path("configMapRef").path("name").asText())
                .path("data")
                .fieldNames()
                .forEachRemaining(names::add));
    secretFiles(deployment).forEach(file -> names.add(file.getKey()));
    return names;
  }

  /** The files with secrets in a pod: each with the Secret and the key that it is from. */
  List<Map.Entry<String, String>> secretFiles(JsonNode deployment) {
    List<Map.Entry<String, String>> files = new ArrayList<>();
    for (JsonNode volume : pod(deployment).path("volumes")) {
      for (JsonNode source : volume.path("projected").path("sources")) {
        JsonNode secret = source.path("secret");
        String name = secret.path("name").asText();
        if (secret.has("items")) {
          secret
              .path("items")
              .forEach(item ->
                  files.add(
                      Map.entry(
                          item.path("path").asText(), name + "/" + item.path("key").asText())));
        } else {
          document("Secret", name)
              .path("data")
              .fieldNames()
              .forEachRemaining(key -> files.add(Map.entry(key, name + "/" + key)));
        }
      }
    }
    return files;
  }

  JsonNode document(String kind, String name) {
    return all(kind)
        .filter(document -> nameOf(document).equals(name))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }
}
