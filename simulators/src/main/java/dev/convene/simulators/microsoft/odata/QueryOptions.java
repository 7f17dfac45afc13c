package dev.convene.simulators.microsoft.odata;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query options of a request; Graph takes their names with and without the dollar sign. */
public record QueryOptions(Map<String, String> parameters) {
  public @Nullable String option(String name) {
    String value = parameters.get("$" + name);
    return value != null ? value : parameters.get(name);
  }

  /** The properties asked for; empty means all. */
  public Set<String> select() {
    String select = option("select");
    return select == null
        ? Set.of()
        : Arrays.stream(select.split(",", -1)).map(String::strip).collect(Collectors.toSet());
  }

  /** The terms of {@code $orderby}, such as {@code start/dateTime desc}. */
  public List<String> orderBy() {
    String order = option("orderby");
    return order == null
        ? List.of()
        : Arrays.stream(order.split(",", -1)).map(String::strip).toList();
  }

  public boolean count() {
    return "true".equalsIgnoreCase(option("count"));
  }

  /** The page's size: {@code $top}, or what is usual. */
  public int top(int usual, int most) {
    int top = number("top", usual);
    if (top < 1 || top > most) {
      throw GraphErrors.badRequest("The value of $top must be from 1 to " + most + ".").refused();
    }
    return top;
  }

  public int skip() {
    int skip = number("skip", 0);
    if (skip < 0) {
      throw GraphErrors.badRequest("The value of $skip must not be negative.").refused();
    }
    return skip;
  }

  private int number(String name, int otherwise) {
    String value = option(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException _) {
      throw GraphErrors.badRequest("The value of $" + name + " must be a number.").refused();
    }
  }
}
