package dev.convene.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code asyncapi.yaml}, in the terms that the code uses. */
final class AsyncApi {

  private final JsonNode document =
      new YAMLMapper().readTree(Contract.MODULE.resolve("asyncapi.yaml").toFile());

  /** What a service does with a topic. */
  record Operation(String service, String action, String topic, Set<String> messages) {}

  JsonNode at(String pointer) {
    return document.at(pointer);
  }

  /** The names of the messages on each topic, by the topic. */
  Map<String, Set<String>> topics() {
    Map<String, Set<String>> topics = new TreeMap<>();
    for (JsonNode channel : document.get("channels")) {
      topics.put(channel.get("address").asString(), names(channel.get("messages")));
    }
    return topics;
  }

  /** Where an operation names no messages, it is about all of its topic's. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (JsonNode operation : document.get("operations")) {
      JsonNode channel = followed(operation.get("channel"));
      JsonNode narrowed = operation.path("messages");
      operations.add(
          new Operation(
              operation.at("/tags/0/name").asString(),
              operation.get("action").asString(),
              channel.get("address").asString(),
              names(narrowed.isMissingNode() ? channel.get("messages") : narrowed)));
    }
    return operations;
  }

  /** Every reference in the document, wherever it stands. */
  List<String> references() {
    return document.findValuesAsString("$ref");
  }

  /** Where a reference within the document leads; missing where it leads nowhere. */
  JsonNode target(String reference) {
    return document.at(JsonPointer.compile(reference.substring(1)));
  }

  private JsonNode followed(JsonNode node) {
    return node.has("$ref") ? followed(target(node.get("$ref").asString())) : node;
  }

  private Set<String> names(JsonNode messages) {
    Set<String> names = new TreeSet<>();
    for (JsonNode message : messages) {
      names.add(followed(message).get("name").asString());
    }
    return names;
  }
}
