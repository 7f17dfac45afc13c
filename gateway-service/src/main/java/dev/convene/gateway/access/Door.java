package dev.convene.gateway.access;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One way in.
 *
 * @param opens any of these is enough; where it is not for whoever has a scope, there are none
 */
public record Door(HttpMethod method, PathPattern path, To to, Set<Scope> opens) {

  /** Whom it is for. */
  public enum To {
    EVERYBODY,
    CALLERS,
    CALLERS_WITH_A_SCOPE
  }

  static Stream<Door> toEverybody(String... paths) {
    return Stream.of(paths)
        .map(path -> new Door(HttpMethod.GET, pattern(path), To.EVERYBODY, Set.of()));
  }

  static Door toCallers(HttpMethod method, String path) {
    return new Door(method, pattern(path), To.CALLERS, Set.of());
  }

  static Door to(HttpMethod method, String path, Scope... anyOf) {
    return new Door(method, pattern(path), To.CALLERS_WITH_A_SCOPE, Set.of(anyOf));
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

  /** Whether nobody has to say who it is. */
  public boolean isToEverybody() {
    return to == To.EVERYBODY;
  }

  /** Whether this caller may come in. */
  public boolean isOpenTo(Caller caller) {
    return to != To.CALLERS_WITH_A_SCOPE || opens.stream().anyMatch(caller::has);
  }
}
