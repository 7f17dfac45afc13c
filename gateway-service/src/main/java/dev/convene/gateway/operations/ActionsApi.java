package dev.convene.gateway.operations;

import dev.convene.gateway.problems.Problems;
import dev.convene.gateway.requests.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/operations/actions}. */
@RestController
class ActionsApi {

  private static final Map<String, Kind> KINDS =
      Arrays.stream(Kind.values())
          .collect(Collectors.toUnmodifiableMap(Kind::name, Function.identity()));

  private final Actions actions;
  private final Problems problems;
  private final Answers answers;

  ActionsApi(Actions actions, Problems problems, Answers answers) {
    this.actions = actions;
    this.problems = problems;
    this.answers = answers;
  }

  /** Part of what was done. */
  @Schema(description = "A page of what operators did, the latest first.")
  record ActionPage(
      List<Action> actions,
      @Schema(description = "Pass it as `cursor` to get the next page; absent on the last.")
          @Nullable String next) {

    private static ActionPage of(List<Action> found, int limit) {
      List<Action> shown = found.size() > limit ? found.subList(0, limit) : found;
      return new ActionPage(
          shown, found.size() > limit ? String.valueOf(shown.getLast().number()) : null);
    }
  }

  @Operation(summary = "List what operators did", description = "Who, when, on what, and why.")
  @Parameter(in = ParameterIn.QUERY, name = "kind", schema = @Schema(implementation = Kind.class))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "limit",
      schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
  @Parameter(in = ParameterIn.QUERY, name = "cursor", description = "`next` of the page before.")
  @ApiResponse(
      responseCode = "200",
      description = "A page.",
      content = @Content(schema = @Schema(implementation = ActionPage.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @GetMapping(path = "/api/v1/operations/actions", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> list(@Parameter(hidden = true) ServerHttpRequest request) {
    Query query =
        new Query(request.getQueryParams(), List.of("kind", "limit", "cursor"), List.of());
    Kind kind = query.oneOf("kind", KINDS);
    int limit = query.limit(50, 200);
    String cursor = query.first("cursor");
    if (cursor != null && !cursor.matches("\\d{1,18}")) {
      query.refuseCursor(cursor);
    }
    if (!query.errors().isEmpty()) {
      return Mono.just(problems.answer(query.errors()));
    }
    return actions
        .list(kind, cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor), limit + 1)
        .map(found -> answers.ok(ActionPage.of(found, limit)));
  }
}
