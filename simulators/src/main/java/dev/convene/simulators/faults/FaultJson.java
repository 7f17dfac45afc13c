package dev.convene.simulators.faults;

import dev.convene.simulators.http.Json;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a fault from JSON, strictly, and writes one. */
public final class FaultJson {
  private static final Set<String> FIELDS =
      new TreeSet<>(
          Set.of(
              "kind",
              "method",
              "path",
              "route",
              "mailbox",
              "times",
              "rate",
              "seed",
              "delay",
              "status",
              "headers",
              "body",
              "contentType"));

  private FaultJson() {}

  /**
   * Reads what was asked for.
   *
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  public static Fault.Spec read(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      throw new IllegalArgumentException("the body must be a JSON object");
    }
    for (String name : body.propertyNames()) {
      check(FIELDS.contains(name), "unknown field " + name + "; allowed are " + FIELDS);
    }
    String kind = text(body, "kind");
    if (kind == null) {
      throw new IllegalArgumentException("kind is missing");
    }
    JsonNode times = body.path("times");
    check(
        times.isMissingNode()
            || (times.canConvertToLong() && times.isIntegralNumber() && times.asLong() > 0),
        "times must be a whole number from 1");
    JsonNode rate = body.path("rate");
    check(
        rate.isMissingNode() || (rate.isNumber() && rate.asDouble() >= 0 && rate.asDouble() <= 1),
        "rate must be a number from 0 to 1");
    JsonNode seed = body.path("seed");
    check(seed.isMissingNode() || seed.isIntegralNumber(), "seed must be a whole number");
    JsonNode status = body.path("status");
    check(
        status.isMissingNode()
            || (status.isIntegralNumber() && status.asInt() >= 200 && status.asInt() <= 599),
        "status must be a whole number from 200 to 599");
    return new Fault.Spec(
        kind,
        text(body, "method"),
        text(body, "path"),
        text(body, "route"),
        text(body, "mailbox"),
        times.isMissingNode() ? null : times.asLong(),
        rate.asDouble(1),
        seed.asLong(42),
        delay(text(body, "delay")),
        status.isMissingNode() ? null : status.asInt(),
        headers(body.path("headers")),
        text(body, "body"),
        text(body, "contentType"));
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static @Nullable String text(JsonNode body, String name) {
    JsonNode value = body.path(name);
    check(value.isMissingNode() || value.isString(), name + " must be a text");
    return value.isString() ? value.stringValue() : null;
  }

  private static Duration delay(@Nullable String text) {
    if (text == null) {
      return Duration.ZERO;
    }
    try {
      Duration delay = Duration.parse(text);
      check(
          !delay.isNegative() && delay.compareTo(Duration.ofMinutes(10)) <= 0,
          "delay must be from PT0S to PT10M");
      return delay;
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException("delay must be an ISO 8601 duration such as PT0.3S");
    }
  }

  private static Map<String, String> headers(JsonNode node) {
    Map<String, String> headers = new LinkedHashMap<>();
    check(node.isMissingNode() || node.isObject(), "headers must be an object of texts");
    for (String name : node.propertyNames()) {
      String value = text(node, name);
      check(
          value != null && (name + value).chars().allMatch(c -> c >= 32 && c < 127),
          "headers must be an object of printable ASCII texts");
      headers.put(name, value);
    }
    return headers;
  }

  /** The fault as it was asked for, with its id and how often it has struck. */
  public static ObjectNode write(Fault fault) {
    Fault.Spec spec = fault.spec();
    ObjectNode node = Json.object();
    node.put("id", fault.id());
    node.put("kind", spec.kind());
    put(node, "method", spec.method());
    put(node, "path", spec.path());
    put(node, "route", spec.route());
    put(node, "mailbox", spec.mailbox());
    if (spec.times() != null) {
      node.put("times", spec.times());
    }
    node.put("rate", spec.rate());
    node.put("seed", spec.seed());
    node.put("delay", spec.delay().toString());
    if (spec.status() != null) {
      node.put("status", spec.status());
    }
    spec.headers().forEach(node.putObject("headers")::put);
    put(node, "body", spec.body());
    put(node, "contentType", spec.contentType());
    node.put("hits", fault.hits());
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
