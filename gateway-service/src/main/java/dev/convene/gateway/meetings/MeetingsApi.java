package dev.convene.gateway.meetings;

import dev.convene.gateway.access.Caller;
import dev.convene.gateway.access.Reach;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import dev.convene.gateway.progress.MeetingStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/v1/meetings} and {@code /api/v1/meetings/{id}}. */
@RestController
class MeetingsApi {

  private final MeetingStore store;
  private final Views views;
  private final Problems problems;
  private final JsonMapper mapper;

  MeetingsApi(MeetingStore store, Views views, Problems problems, JsonMapper mapper) {
    this.store = store;
    this.views = views;
    this.problems = problems;
    this.mapper = mapper;
  }

  @Operation(
      summary = "Show a meeting",
      description =
          "Its state, how to join, and its timeline. For operations, without join passwords. What"
              + " is not the caller's is not found.")
  @ApiResponse(
      responseCode = "200",
      description = "The meeting.",
      content = @Content(schema = @Schema(implementation = MeetingView.class)))
  @ApiResponse(responseCode = "404", ref = "meeting-not-found")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @GetMapping(path = "/api/v1/meetings/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> show(
      @Parameter(hidden = true) Caller caller, @PathVariable String id) {
    Reach reach = Reach.of(caller);
    return MeetingId.read(id)
        .map(known -> store.find(known, reach))
        .orElse(Mono.empty())
        .map(seen -> ok(views.of(seen.meeting(), seen.own())))
        .switchIfEmpty(Mono.fromSupplier(this::notFound));
  }

  @Operation(
      summary = "List meetings",
      description = "What the caller asked for or hosts; for operations, all. By pages.")
  @Parameter(
      in = ParameterIn.QUERY,
      name = "status",
      description = "Any of these; may be given several times.",
      array = @ArraySchema(schema = @Schema(implementation = MeetingStatus.class)))
  @Parameter(in = ParameterIn.QUERY, name = "host", example = "ada@example.com")
  @Parameter(
      in = ParameterIn.QUERY,
      name = "mine",
      description =
          "`true`: only what the caller asked for or hosts, also where operations.read shows all.",
      schema = @Schema(type = "boolean", defaultValue = "false"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "from",
      description = "Starting then or later.",
      schema = @Schema(type = "string", format = "date-time"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "to",
      description = "Starting before.",
      schema = @Schema(type = "string", format = "date-time"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "limit",
      schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
  @Parameter(in = ParameterIn.QUERY, name = "cursor", description = "`next` of the page before.")
  @ApiResponse(
      responseCode = "200",
      description = "A page.",
      content = @Content(schema = @Schema(implementation = MeetingPage.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @GetMapping(path = "/api/v1/meetings", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> list(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return switch (ListQuery.read(request.getQueryParams())) {
      case ListQuery.Outcome.Invalid invalid -> Mono.just(problems.answer(invalid.errors()));
      case ListQuery.Outcome.Valid valid ->
          store
              .list(valid.filter(), valid.reach(Reach.of(caller)), valid.limit() + 1)
              .collectList()
              .map(found -> ok(MeetingPage.of(found, valid.limit())));
    };
  }

  private ResponseEntity<byte[]> ok(Object view) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(mapper.writeValueAsBytes(view));
  }

  private ResponseEntity<byte[]> notFound() {
    return problems.answer(Problem.of(ProblemType.MEETING_NOT_FOUND, "No meeting has this id."));
  }
}
