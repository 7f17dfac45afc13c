package dev.convene.simulators.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the handler of a call by method and path pattern, such as {@code /v1/meetings/{id}}. A
 * segment that is spelled out wins over a variable. Routes are added before the first call.
 */
public final class Router {
  private final Node root = new Node();

  /** What was found for a call. */
  public sealed interface Match {
    /** A handler; the call's route and variables are set. */
    record Found(Handler handler) implements Match {}

    /** The path exists, but not with this method. */
    record WrongMethod(Set<String> allowed) implements Match {}

    record NotFound() implements Match {}
  }

  private record Route(String pattern, List<String> names, Handler handler) {}

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final Map<String, Route> routes = new TreeMap<>();
    private @Nullable Node variable;
  }

  /** Adds a route. */
  public Router on(String method, String pattern, Handler handler) {
    Node node = root;
    List<String> names = new ArrayList<>();
    for (String segment : Targets.segments(pattern)) {
      if (segment.startsWith("{") && segment.endsWith("}")) {
        names.add(segment.substring(1, segment.length() - 1));
        if (node.variable == null) {
          node.variable = new Node();
        }
        node = node.variable;
      } else {
        node = node.literals.computeIfAbsent(segment, _ -> new Node());
      }
    }
    if (node.routes.put(method, new Route(pattern, List.copyOf(names), handler)) != null) {
      throw new IllegalArgumentException("A second route for " + method + " " + pattern);
    }
    return this;
  }

  /** Finds the handler, and tells the call its route and variables. */
  public Match match(Call call) {
    List<String> values = new ArrayList<>(4);
    Node node = find(root, call.segments(), 0, values);
    if (node == null) {
      return new Match.NotFound();
    }
    Route route = node.routes.get(call.method());
    if (route == null) {
      return new Match.WrongMethod(node.routes.keySet());
    }
    call.notes().route(route.pattern());
    if (!values.isEmpty()) {
      Map<String, String> variables = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        variables.put(route.names().get(i), values.get(i));
      }
      call.variables(variables);
    }
    return new Match.Found(route.handler());
  }

  private static @Nullable Node find(
      Node node, List<String> segments, int depth, List<String> values) {
    if (depth == segments.size()) {
      return node.routes.isEmpty() ? null : node;
    }
    String segment = segments.get(depth);
    Node literal = node.literals.get(segment);
    if (literal != null) {
      Node found = find(literal, segments, depth + 1, values);
      if (found != null) {
        return found;
      }
    }
    if (node.variable == null) {
      return null;
    }
    values.addLast(segment);
    Node found = find(node.variable, segments, depth + 1, values);
    if (found == null) {
      values.removeLast();
    }
    return found;
  }
}
