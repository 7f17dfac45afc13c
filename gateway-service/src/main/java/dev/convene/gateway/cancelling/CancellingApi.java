package dev.convene.gateway.cancelling;

import dev.convene.gateway.accepting.Bodies;
import dev.convene.gateway.access.Caller;
import dev.convene.gateway.meetings.Meeting;
import dev.convene.gateway.meetings.MeetingId;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import dev.convene.gateway.publishing.Traceparent;
import dev.convene.gateway.requests.CancelRequest;
import dev.convene.gateway.requests.CancelRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code DELETE /api/v1/meetings/{id}} and {@code POST /api/v1/meetings/{id}/cancel}. */
@RestController
class CancellingApi {

  private static final String MEETING = "/api/v1/meetings/{id}";

  private final Cancelling cancelling;
  private final CancelRequests requests;
  private final Bodies bodies;
  private final Problems problems;
  private final JsonMapper mapper;

  CancellingApi(
      Cancelling cancelling,
      CancelRequests requests,
      Bodies bodies,
      Problems problems,
      JsonMapper mapper) {
    this.cancelling = cancelling;
    this.requests = requests;
    this.bodies = bodies;
    this.problems = problems;
    this.mapper = mapper;
  }

  @Operation(
      summary = "Cancel a meeting",
      description =
          "On both sides, however far it has got: what is still being scheduled is waited for or"
              + " abandoned, what was made is deleted, and whoever was invited gets one"
              + " cancellation. It ends CANCELLED, or NEEDS_ATTENTION. To ask again changes"
              + " nothing. For whoever asked for the meeting or hosts it.")
  @ApiResponse(
      responseCode = "202",
      description = "It is durable that the meeting is to be cancelled.",
      content = @Content(schema = @Schema(implementation = MeetingState.class)))
  @ApiResponse(responseCode = "404", ref = "meeting-not-found")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @DeleteMapping(path = MEETING, produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> delete(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return cancel(caller, id, null, request);
  }

  @Operation(
      summary = "Cancel a meeting, with a note to the attendees",
      description = "The same as DELETE; the note is in the cancellation that attendees get.",
      requestBody =
          @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = CancelRequest.class))))
  @ApiResponse(
      responseCode = "202",
      description = "It is durable that the meeting is to be cancelled.",
      content = @Content(schema = @Schema(implementation = MeetingState.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "404", ref = "meeting-not-found")
  @ApiResponse(responseCode = "408", ref = "request-timeout")
  @ApiResponse(responseCode = "413", ref = "body-too-large")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @PostMapping(path = MEETING + "/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> cancel(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return bodies.read(
        request,
        body ->
            switch (requests.read(body)) {
              case CancelRequests.Outcome.Malformed(var detail) ->
                  Mono.just(problems.answer(Problem.of(ProblemType.MALFORMED_JSON, detail)));
              case CancelRequests.Outcome.Invalid(var errors) -> Mono.just(problems.answer(errors));
              case CancelRequests.Outcome.Valid(var said) ->
                  cancel(caller, id, said.note(), request);
            });
  }

  private Mono<ResponseEntity<byte[]>> cancel(
      Caller caller, String id, @Nullable String note, ServerHttpRequest request) {
    return MeetingId.read(id)
        .map(known -> cancelling.cancel(caller, known, note, Traceparent.in(request.getHeaders())))
        .orElse(Mono.empty())
        .map(this::accepted)
        .switchIfEmpty(Mono.fromSupplier(this::notFound));
  }

  private ResponseEntity<byte[]> accepted(Meeting meeting) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/meetings/" + meeting.id()))
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(mapper.writeValueAsBytes(MeetingState.of(meeting)));
  }

  private ResponseEntity<byte[]> notFound() {
    return problems.answer(Problem.of(ProblemType.MEETING_NOT_FOUND, "No meeting has this id."));
  }
}
