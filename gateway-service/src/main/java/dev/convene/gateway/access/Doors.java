package dev.convene.gateway.access;

import static dev.convene.gateway.access.Scope.MEETINGS_READ;
import static dev.convene.gateway.access.Scope.MEETINGS_WRITE;
import static dev.convene.gateway.access.Scope.OPERATIONS_READ;
import static dev.convene.gateway.access.Scope.OPERATIONS_WRITE;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * Every way in, and to whom it is open. What is not here is shut, and answered as if it were not
 * there.
 */
public final class Doors {

  private static final String MEETINGS = "/api/v1/meetings";
  private static final String OPERATIONS = "/api/v1/operations";

  private static final List<Door> ALL = all();

  private Doors() {}

  private static List<Door> all() {
    List<Door> doors = new ArrayList<>();
    // What is asked for most often is looked at first.
    doors.add(Door.to(POST, MEETINGS, MEETINGS_WRITE));
    doors.add(Door.to(POST, MEETINGS + "/preview", MEETINGS_WRITE));
    for (String path : List.of("/{id}", "", "/{id}/events")) {
      doors.add(Door.to(GET, MEETINGS + path, MEETINGS_READ, OPERATIONS_READ));
    }
    doors.add(Door.to(DELETE, MEETINGS + "/{id}", MEETINGS_WRITE));
    doors.add(Door.to(POST, MEETINGS + "/{id}/cancel", MEETINGS_WRITE));
    for (String path :
        List.of(
            "/summary", "/parked", "/pauses", "/actions", "/dead-letters", "/dead-letters/{id}")) {
      doors.add(Door.to(GET, OPERATIONS + path, OPERATIONS_READ));
    }
    for (String path :
        List.of(
            "/parked/retry",
            "/parked/abandon",
            "/parked/{meetingId}/retry",
            "/parked/{meetingId}/abandon",
            "/pause",
            "/resume",
            "/dead-letters/replay",
            "/dead-letters/{id}/replay")) {
      doors.add(Door.to(POST, OPERATIONS + path, OPERATIONS_WRITE));
    }
    doors.add(Door.toCallers(GET, "/api/v1/me"));
    Door.toEverybody(
            "/",
            "/meetings/**",
            "/assets/**",
            "/actuator/health/**",
            "/actuator/prometheus",
            "/v3/api-docs/**",
            "/v3/api-docs.yaml",
            "/swagger-ui.html",
            "/swagger-ui/**",
            "/webjars/**")
        .forEach(doors::add);
    return List.copyOf(doors);
  }

  /** All that there are. */
  public static List<Door> list() {
    return ALL;
  }

  /** The door that this request comes to, or empty where there is none. */
  public static Optional<Door> at(HttpMethod method, PathContainer path) {
    return ALL.stream().filter(door -> door.takes(method) && door.isAt(path)).findFirst();
  }

  /** With which methods there are doors at that path. */
  public static Set<HttpMethod> methodsAt(PathContainer path) {
    return ALL.stream()
        .filter(door -> door.isAt(path))
        .map(Door::method)
        .collect(Collectors.toUnmodifiableSet());
  }
}
