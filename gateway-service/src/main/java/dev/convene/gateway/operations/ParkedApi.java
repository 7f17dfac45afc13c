package dev.convene.gateway.operations;

import dev.convene.gateway.problems.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/operations/parked} and {@code /summary}. */
@RestController
class ParkedApi {

  private final ParkedStore store;
  private final Pauses pauses;
  private final Problems problems;
  private final Answers answers;

  ParkedApi(ParkedStore store, Pauses pauses, Problems problems, Answers answers) {
    this.store = store;
    this.pauses = pauses;
    this.problems = problems;
    this.answers = answers;
  }

  @Operation(
      summary = "List what waits",
      description = "Steps that wait for their next attempt or for an operator, by pages.")
  @ParkedParameters
  @Parameter(
      in = ParameterIn.QUERY,
      name = "limit",
      schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
  @Parameter(in = ParameterIn.QUERY, name = "cursor", description = "`next` of the page before.")
  @ApiResponse(
      responseCode = "200",
      description = "A page.",
      content = @Content(schema = @Schema(implementation = ParkedPage.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @GetMapping(path = "/api/v1/operations/parked", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> list(@Parameter(hidden = true) ServerHttpRequest request) {
    return switch (ParkedQuery.list(request.getQueryParams())) {
      case ParkedQuery.Outcome.Invalid(var errors) -> Mono.just(problems.answer(errors));
      case ParkedQuery.Outcome.Valid(var filter, int limit) ->
          store.list(filter, limit + 1).map(found -> answers.ok(ParkedPage.of(found, limit)));
    };
  }

  @Operation(
      summary = "Count what waits",
      description = "For each provider and reason; and what operators have paused.")
  @ApiResponse(
      responseCode = "200",
      description = "The counts.",
      content = @Content(schema = @Schema(implementation = Summary.class)))
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @GetMapping(path = "/api/v1/operations/summary", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> summary() {
    return Mono.zip(store.count(), store.groups(), pauses.list())
        .map(all -> answers.ok(new Summary(all.getT1(), all.getT2(), all.getT3())));
  }
}
