package dev.convene.gateway.operations;

import dev.convene.gateway.access.Caller;
import dev.convene.gateway.requests.OperatorRequest;
import dev.convene.gateway.requests.OperatorRequests.Shape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /api/v1/operations/pause}, {@code /resume} and {@code /pauses}. */
@RestController
class PausesApi {

  private final Pauses pauses;
  private final Answers answers;

  PausesApi(Pauses pauses, Answers answers) {
    this.pauses = pauses;
    this.answers = answers;
  }

  /** The answer. */
  @Schema(description = "All that is paused, the longest first; at most 500.")
  record Paused(List<Pause> paused) {}

  @Operation(summary = "Show what is paused", description = "Since when, by whom and why.")
  @ApiResponse(
      responseCode = "200",
      description = "What is paused.",
      content = @Content(schema = @Schema(implementation = Paused.class)))
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @GetMapping(path = "/api/v1/operations/pauses", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> list() {
    return pauses.list().map(paused -> answers.ok(new Paused(paused)));
  }

  @Operation(
      summary = "Pause a provider or a mailbox",
      description =
          "No calls are made for it from within a second or two, on all replicas and across"
              + " restarts, until it is resumed. Requests are accepted, and wait.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OperatorRequest.class))))
  @ApiResponse(
      responseCode = "202",
      description = "It is noted, and will be done. What is paused now:",
      content = @Content(schema = @Schema(implementation = Paused.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @PostMapping(path = "/api/v1/operations/pause", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> pause(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return set(caller, request, Shape.TARGET_AND_REASON, true);
  }

  @Operation(
      summary = "Resume a provider or a mailbox",
      description = "What waited only for this is due at once.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OperatorRequest.class))))
  @ApiResponse(
      responseCode = "202",
      description = "It is noted, and will be done. What is paused now:",
      content = @Content(schema = @Schema(implementation = Paused.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @PostMapping(path = "/api/v1/operations/resume", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> resume(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return set(caller, request, Shape.TARGET_AND_REASON_IF_ANY, false);
  }

  private Mono<ResponseEntity<byte[]>> set(
      Caller caller, ServerHttpRequest request, Shape shape, boolean paused) {
    return answers.toOrder(
        request,
        shape,
        order ->
            pauses
                .set(caller, target(order), paused, order.reason())
                .map(now -> answers.accepted(new Paused(now))));
  }

  private static String target(OperatorRequest order) {
    @Nullable String target = order.provider() == null ? order.mailbox() : order.provider();
    return Objects.requireNonNull(target, "the shape demands one of them");
  }
}
