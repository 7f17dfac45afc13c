package dev.convene.gateway.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object of a request, read field by field. What is wrong is noted, and the reading goes
 * on, so that everything is found at once. A field that is {@code null} counts as left out.
 */
final class Fields {

  private final JsonNode object;
  private final String pointer;
  private final Refusals refusals;

  private Fields(JsonNode object, String pointer, Refusals refusals) {
    this.object = object;
    this.pointer = pointer;
    this.refusals = refusals;
  }

  /** The fields of an object, or null where it is none. Fields beyond {@code known} are noted. */
  static @Nullable Fields of(JsonNode node, String pointer, List<String> known, Refusals refusals) {
    if (!node.isObject()) {
      refusals.add(pointer, "not-an-object", "This must be a JSON object.", "an object", node);
      return null;
    }
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        String nearest = Nearest.to(name, known);
        refusals.add(
            pointer + "/" + escaped(name),
            "unknown-field",
            nearest == null
                ? "There is no such field."
                : "There is no such field. Did you mean " + nearest + "?",
            String.join(", ", known),
            node.get(name));
      }
    }
    return new Fields(node, pointer, refusals);
  }

  Refusals refusals() {
    return refusals;
  }

  String pointer(String name) {
    return pointer + "/" + name;
  }

  @Nullable JsonNode optional(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  @Nullable JsonNode required(String name, String allowed) {
    JsonNode value = optional(name);
    if (value == null) {
      refusals.add(pointer(name), "required", "This field is required.", allowed, null);
    }
    return value;
  }

  /** The text of a node that was found, or null. */
  @Nullable String text(String name, @Nullable JsonNode value, String allowed) {
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      refuse(name, "not-a-text", "This must be a text.", allowed, value);
      return null;
    }
    return value.stringValue();
  }

  void refuse(String name, String code, String detail, String allowed, @Nullable JsonNode given) {
    refusals.add(pointer(name), code, detail, allowed, given);
  }

  /** As RFC 6901 writes names that hold its own signs. */
  private static String escaped(String name) {
    String shortened = name.length() <= 64 ? name : name.substring(0, 64);
    return shortened.replace("~", "~0").replace("/", "~1");
  }
}
