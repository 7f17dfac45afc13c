package dev.convene.contracts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Walks through the fields of messages and of their schemas. */
final class Fields {

  private static final JsonNode SHARED =
      Contract.JSON.readTree(Contract.SCHEMAS.resolve("shared.schema.json").toFile());

  private Fields() {}

  /** One field of one message, however deep it lies. */
  record Field(JsonPointer parent, String name) {

    /** The same for the field in all elements of an array. */
    String kind() {
      return (parent + "/" + name).replaceAll("/\\d+(?=/)", "/*");
    }

    JsonNode removedFrom(JsonNode message) {
      JsonNode copy = message.deepCopy();
      ((ObjectNode) copy.at(parent)).remove(name);
      return copy;
    }
  }

  static List<Field> of(JsonNode message) {
    List<Field> fields = new ArrayList<>();
    collect(message, JsonPointer.empty(), fields);
    return fields;
  }

  private static void collect(JsonNode node, JsonPointer at, List<Field> fields) {
    if (node.isObject()) {
      for (String name : node.propertyNames()) {
        fields.add(new Field(at, name));
        collect(node.get(name), at.appendProperty(name), fields);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), at.appendIndex(i), fields);
    }
  }

  /** Adds every field that the schema speaks of, as {@link Field#kind()} writes it. */
  static void declared(JsonNode schema, String at, Collection<String> fields) {
    JsonNode target = target(schema);
    target
        .path("properties")
        .forEachEntry((name, property) -> {
          fields.add(at + "/" + name);
          declared(property, at + "/" + name, fields);
        });
    if (target.has("items")) {
      declared(target.get("items"), at + "/*", fields);
    }
  }

  /** The object that a reference leads to, in the shared file or within it. */
  private static JsonNode target(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty()
        ? schema
        : target(SHARED.at(reference.substring(reference.indexOf('#') + 1)));
  }
}
