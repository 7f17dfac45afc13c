package dev.convene.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Servers;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/** No way in is forgotten, and each is open to those only that it is meant for. */
class DoorsIT {

  private static final String ID = "01900000-0000-7000-8000-000000000000";

  private final Api api = new Api(Servers.gateway());

  static Stream<Door> doors() {
    return Doors.list().stream();
  }

  static Stream<Door> guarded() {
    return doors().filter(door -> !door.isToEverybody());
  }

  /** What the service answers to, whether we wrote it or a library did. */
  private static Set<String> mapped() {
    Set<String> mapped = new TreeSet<>();
    Servers.gateway()
        .beans(HandlerMapping.class)
        .forEach((name, mapping) -> {
          switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().keySet().forEach(info -> mapped.addAll(ways(info)));
            case AbstractUrlHandlerMapping urls ->
                urls.getHandlerMap().keySet().forEach(path -> mapped.add("GET " + path));
            default -> {
              // Routes in functional style: there are none, as the next test shows.
            }
          }
        });
    return mapped;
  }

  private static Set<String> ways(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    return info.getPatternsCondition().getPatterns().stream()
        .flatMap(path ->
            (methods.isEmpty() ? Arrays.stream(RequestMethod.values()) : methods.stream())
                .map(method -> method + " " + path))
        .collect(Collectors.toSet());
  }

  private static Set<String> listed() {
    return doors().map(door -> door.method() + " " + door.path()).collect(Collectors.toSet());
  }

  /** Of the API each path by name; of the pages that everybody may see, also those below one. */
  private static boolean hasADoor(String way) {
    if (listed().contains(way)) {
      return true;
    }
    String path = way.substring(way.indexOf(' ') + 1).replaceAll("\\{\\*[a-z]+}|\\*", "x");
    return way.startsWith("GET ")
        && !path.startsWith("/api/")
        && Doors.at(HttpMethod.GET, PathContainer.parsePath(path))
            .filter(Door::isToEverybody)
            .isPresent();
  }

  @Test
  void everyMappedPathHasADoorOrIsKnownToBeShut() {
    // What libraries bring and nobody needs; requests below show that it is shut.
    Set<String> shut = Set.of("GET /actuator", "GET /**");

    assertThat(mapped())
        .contains("POST /api/v1/meetings", "GET /actuator/prometheus")
        .filteredOn(way -> !shut.contains(way))
        .allMatch(DoorsIT::hasADoor);
    assertThat(Servers.gateway().beans(RouterFunction.class)).isEmpty();
  }

  @Test
  void everyGuardedDoorLeadsSomewhere() {
    assertThat(mapped())
        .containsAll(guarded().map(door -> door.method() + " " + door.path()).toList());
  }

  private HttpResponse<String> knock(Door door, String token) {
    String path = door.path().getPatternString().replaceAll("\\{[a-zA-Z]+}", ID);
    boolean posts = door.method().equals(HttpMethod.POST);
    return api.with(token)
        .send(
            api.with(token)
                .request(path)
                .header("Content-Type", "application/json")
                .method(
                    door.method().name(),
                    posts ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .build());
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String problem) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Api.json(answer).get("type").stringValue())
        .isEqualTo("urn:convene:problem:" + problem);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void nobodyComesInWithoutAToken(Door door) {
    HttpResponse<String> answer = knock(door, null);

    assertRefused(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  static Stream<Door> scoped() {
    return guarded().filter(door -> !door.opens().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("scoped")
  void nobodyComesInWithoutTheScope(Door door) {
    String[] others =
        Arrays.stream(Scope.values())
            .filter(scope -> !door.opens().contains(scope))
            .map(Scope::value)
            .toArray(String[]::new);

    HttpResponse<String> answer = knock(door, Issuer.shared().system("crm", others));

    assertRefused(answer, 403, "forbidden");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge ->
            assertThat(challenge)
                .startsWith("Bearer error=\"insufficient_scope\"")
                .contains(door.opens().iterator().next().value()));
  }

  @ParameterizedTest
  @MethodSource("scoped")
  void anyOfItsScopesOpensADoor(Door door) {
    for (Scope scope : door.opens()) {
      HttpResponse<String> answer = knock(door, Issuer.shared().system("crm", scope.value()));

      assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202, 400, 404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/v3/api-docs",
        "/v3/api-docs/swagger-config",
        "/swagger-ui/index.html"
      })
  void everybodyMaySeeThis(String path) {
    assertThat(api.with(null).get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/info",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/metrics",
        "/actuator/bindings",
        "/actuator/channels",
        "/login",
        "/logout",
        "/error",
        "/no/such/page"
      })
  void nothingElseIsThereForWhomeverAsks(String path) {
    assertRefused(api.with(null).get(path), 404, "not-found");
    assertRefused(api.get(path), 404, "not-found");
    assertThat(api.with(null).get(path + "?x=/api/v1/meetings").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNotInTheApiIsNotFoundByCallersOnly() {
    assertRefused(api.get("/api/v1/nothing"), 404, "not-found");
    assertRefused(api.with(null).get("/api/v1/nothing"), 401, "unauthenticated");
  }

  @Test
  void anotherMethodIsNotAllowed() {
    HttpResponse<String> answer = api.send(api.request("/api/v1/meetings").DELETE().build());

    assertRefused(answer, 405, "method-not-allowed");
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET").contains("POST"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/meetings", "/actuator/health", "/no/such/page"})
  void everyAnswerTellsBrowsersToBeCareful(String path) {
    HttpResponse<String> answer = api.get(path);

    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }
}
