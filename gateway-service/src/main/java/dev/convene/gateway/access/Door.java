package dev.convene.gateway.access;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One way in.
 *
 * @param opens any of these is enough
 * @param toEverybody whether it needs no caller at all
 */
public record Door(HttpMethod method, PathPattern path, Set<Scope> opens, boolean toEverybody) {

  static List<Door> toEverybody(String... paths) {
    return List.of(paths).stream()
        .map(path -> new Door(HttpMethod.GET, pattern(path), Set.of(), true))
        .toList();
  }

  static Door to(HttpMethod method, String path, Scope... anyOf) {
    return new Door(method, pattern(path), Set.of(anyOf), false);
  }

  private static PathPattern pattern(String path) {
    return PathPatternParser.defaultInstance.parse(path);
  }

  boolean isAt(PathContainer place) {
    return path.matches(place);
  }

  /** Whoever may get something may also ask for its headers. */
  boolean takes(HttpMethod asked) {
    return asked.equals(method) || (asked.equals(HttpMethod.HEAD) && method.equals(HttpMethod.GET));
  }

  /** Whether this caller may come in. */
  public boolean isOpenTo(Caller caller) {
    return toEverybody || opens.stream().anyMatch(caller::has);
  }
}
