package dev.convene.simulators.control;

import dev.convene.simulators.http.Json;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Switches that can be set while a simulator runs. Declared once, before the first call. */
public final class Settings {
  private final Map<String, Setting<?>> byName = new LinkedHashMap<>();

  private static final class Setting<T> implements Supplier<T> {
    private final String meaning;
    private final T usual;
    private final Function<JsonNode, @Nullable T> read;
    private final String allowed;
    private volatile T value;

    Setting(String meaning, T usual, String allowed, Function<JsonNode, @Nullable T> read) {
      this.meaning = meaning;
      this.usual = usual;
      this.allowed = allowed;
      this.read = read;
      this.value = usual;
    }

    @Override
    public T get() {
      return value;
    }

    T parse(String name, JsonNode node) {
      T read = node.isNull() ? usual : this.read.apply(node);
      if (read == null) {
        throw new IllegalArgumentException(
            name + " must be " + allowed + ", or null for its usual value");
      }
      return read;
    }

    Runnable change(String name, JsonNode node) {
      T next = parse(name, node);
      return () -> value = next;
    }

    void reset() {
      value = usual;
    }
  }

  private <T> Supplier<T> add(String name, Setting<T> setting) {
    if (byName.put(name, setting) != null) {
      throw new IllegalArgumentException("A second setting called " + name);
    }
    return setting;
  }

  /** A yes or no. */
  public Supplier<Boolean> flag(String name, boolean usual, String meaning) {
    return add(
        name,
        new Setting<>(
            meaning,
            usual,
            "true or false",
            node -> node.isBoolean() ? node.booleanValue() : null));
  }

  /** A whole number in a range. */
  public Supplier<Integer> number(String name, int usual, int min, int max, String meaning) {
    return add(
        name,
        new Setting<>(
            meaning,
            usual,
            "a whole number from " + min + " to " + max,
            node ->
                node.isIntegralNumber()
                        && node.canConvertToInt()
                        && node.intValue() >= min
                        && node.intValue() <= max
                    ? node.intValue()
                    : null));
  }

  /** A length of time, up to a year. */
  public Supplier<Duration> duration(String name, Duration usual, String meaning) {
    return add(
        name,
        new Setting<>(
            meaning, usual, "an ISO 8601 duration from PT0S to P365D", Settings::duration));
  }

  /** One of several words. */
  public Supplier<String> choice(String name, String usual, List<String> words, String meaning) {
    return add(
        name,
        new Setting<>(
            meaning,
            usual,
            "one of " + String.join(", ", words),
            node ->
                node.isString() && words.contains(node.stringValue()) ? node.stringValue() : null));
  }

  private static @Nullable Duration duration(JsonNode node) {
    if (!node.isString()) {
      return null;
    }
    try {
      Duration read = Duration.parse(node.stringValue());
      return read.isNegative() || read.compareTo(Duration.ofDays(365)) > 0 ? null : read;
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  /**
   * Sets those that are named, all or none; null puts one back to its usual value.
   *
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  public void change(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      throw new IllegalArgumentException("the body must be a JSON object");
    }
    List<Runnable> changes =
        body.properties().stream()
            .map(property -> {
              Setting<?> setting = byName.get(property.getKey());
              if (setting == null) {
                throw new IllegalArgumentException(
                    "unknown setting " + property.getKey() + "; there are " + byName.keySet());
              }
              return setting.change(property.getKey(), property.getValue());
            })
            .toList();
    changes.forEach(Runnable::run);
  }

  /** All back to their usual values. */
  public void reset() {
    byName.values().forEach(Setting::reset);
  }

  /** Each setting's value, usual value, what is allowed and what it means. */
  public ObjectNode describe() {
    ObjectNode all = Json.object();
    byName.forEach((name, setting) -> {
      ObjectNode one = all.putObject(name);
      one.putPOJO("value", shown(setting.get()));
      one.putPOJO("usual", shown(setting.usual));
      one.put("allowed", setting.allowed);
      one.put("meaning", setting.meaning);
    });
    return all;
  }

  private static Object shown(Object value) {
    return value instanceof Duration duration ? duration.toString() : value;
  }
}
