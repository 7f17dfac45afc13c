package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is well-formed: the properties of {@code microsoft.graph.event} and their types. */
final class EventSchema {
  private static final Map<String, Map<String, Kind>> TYPES = read();

  private EventSchema() {}

  /** What a property holds. */
  sealed interface Kind {
    /** A plain value: string, boolean, integer, number, date. */
    record Plain(String name) implements Kind {}

    /** One of some words; the key is the word in lower case. */
    record Choice(Map<String, String> words) implements Kind {}

    record Nested(String type) implements Kind {}

    record Many(Kind of) implements Kind {}
  }

  /**
   * Checks an event and answers a clean copy of it: properties in the order of their names, words
   * in Graph's own case, OData annotations taken out.
   *
   * @param nulls whether a property may be null
   * @throws dev.convene.simulators.microsoft.odata.Refused at the first thing that is wrong
   */
  static ObjectNode checked(ObjectNode event, boolean nulls) {
    return object(event, "event", nulls);
  }

  static Map<String, Map<String, Kind>> types() {
    return TYPES;
  }

  private static ObjectNode object(JsonNode node, String type, boolean nulls) {
    if (!node.isObject()) {
      throw wrong(type, "an object");
    }
    Map<String, Kind> kinds = TYPES.getOrDefault(type, Map.of());
    Map<String, JsonNode> clean = new TreeMap<>();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String name = property.getKey();
      if (name.indexOf('@') < 0) {
        Kind kind = kinds.get(name);
        if (kind == null) {
          throw GraphErrors.unknownProperty(name, type).refused();
        }
        clean.put(name, value(property.getValue(), kind, name, nulls));
      }
    }
    ObjectNode copy = Json.object();
    clean.forEach(copy::set);
    return copy;
  }

  private static JsonNode value(JsonNode node, Kind kind, String name, boolean nulls) {
    if (node.isNull()) {
      if (!nulls) {
        throw GraphErrors.cannotDeserialize(name + " is null; leave it out").refused();
      }
      return node;
    }
    return switch (kind) {
      case Kind.Plain(String plain) -> plain(node, plain, name);
      case Kind.Choice(Map<String, String> words) -> choice(node, words, name);
      case Kind.Nested(String type) -> object(node, type, true);
      case Kind.Many(Kind of) -> many(node, of, name);
    };
  }

  private static JsonNode plain(JsonNode node, String kind, String name) {
    boolean fits =
        switch (kind) {
          case "string" -> node.isString();
          case "boolean" -> node.isBoolean();
          case "integer" -> node.isIntegralNumber() && node.canConvertToInt();
          case "number" -> node.isNumber();
          case "date" -> node.isString() && isDate(node.stringValue());
          default -> throw new IllegalStateException(kind);
        };
    if (!fits) {
      throw wrong(name, kind);
    }
    return node;
  }

  private static JsonNode choice(JsonNode node, Map<String, String> words, String name) {
    String word =
        node.isString() ? words.get(node.stringValue().toLowerCase(java.util.Locale.ROOT)) : null;
    if (word == null) {
      throw wrong(name, "one of " + words.values());
    }
    return Json.MAPPER.getNodeFactory().stringNode(word);
  }

  private static JsonNode many(JsonNode node, Kind of, String name) {
    if (!node.isArray()) {
      throw wrong(name, "an array");
    }
    ArrayNode copy = Json.array();
    node.forEach(element -> copy.add(value(element, of, name, false)));
    return copy;
  }

  private static RuntimeException wrong(String name, String wanted) {
    return GraphErrors.cannotDeserialize(name + " must be " + wanted).refused();
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static Map<String, Map<String, Kind>> read() {
    Map<String, Map<String, Kind>> types = new HashMap<>();
    Map<String, Kind> current = new HashMap<>();
    for (String line : Resource.lines("event-properties.txt")) {
      if (line.startsWith(" ")) {
        int space = line.indexOf(' ', 2);
        current.put(line.substring(2, space), kind(line.substring(space + 1)));
      } else {
        current = new HashMap<>();
        types.put(line, current);
      }
    }
    return types;
  }

  private static Kind kind(String text) {
    if (text.endsWith("[]")) {
      return new Kind.Many(kind(text.substring(0, text.length() - 2)));
    }
    if (text.indexOf('|') >= 0) {
      Map<String, String> words = new TreeMap<>();
      for (String word : text.replaceAll("[()]", "").split("\\|", -1)) {
        words.put(word.toLowerCase(java.util.Locale.ROOT), word);
      }
      return new Kind.Choice(words);
    }
    return switch (text) {
      case "string", "boolean", "integer", "number", "date" -> new Kind.Plain(text);
      default -> new Kind.Nested(text);
    };
  }
}
