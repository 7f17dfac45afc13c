package dev.convene.gateway.accepting;

import dev.convene.gateway.accepting.Accepting.Accepted;
import dev.convene.gateway.accepting.Accepting.KeyReused;
import dev.convene.gateway.accepting.Accepting.Repeated;
import dev.convene.gateway.access.Caller;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import dev.convene.gateway.progress.MeetingStatus;
import dev.convene.gateway.publishing.Traceparent;
import dev.convene.gateway.requests.MeetingRequest;
import dev.convene.gateway.requests.MeetingRequests;
import dev.convene.gateway.requests.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1/meetings}. */
@RestController
class AcceptingApi {

  private static final String PATH = "/api/v1/meetings";

  private final MeetingRequests requests;
  private final Acceptance acceptance;
  private final Problems problems;
  private final Bodies bodies;
  private final ObjectWriter writer;

  AcceptingApi(
      MeetingRequests requests,
      Acceptance acceptance,
      Problems problems,
      Bodies bodies,
      JsonMapper mapper) {
    this.requests = requests;
    this.acceptance = acceptance;
    this.problems = problems;
    this.bodies = bodies;
    this.writer = mapper.writerFor(AcceptedMeeting.class);
  }

  @Operation(
      summary = "Schedule a meeting",
      description =
          "Accepted means that the request is durable and will end: SCHEDULED, FAILED, CANCELLED"
              + " or NEEDS_ATTENTION. Send an idempotency key to be able to send the request again.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = MeetingRequest.class))),
      parameters =
          @Parameter(
              in = ParameterIn.HEADER,
              name = IdempotencyKey.HEADER,
              description =
                  "Requests with the same key are one: the same body gets the first answer again,"
                      + " another body is refused.",
              schema = @Schema(type = "string", minLength = 1, maxLength = 255),
              example = "0f9d1f6e-review-march"))
  @ApiResponse(
      responseCode = "202",
      description = "Accepted.",
      headers =
          @Header(
              name = "Location",
              description = "The meeting.",
              schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = AcceptedMeeting.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "403", ref = "host-not-allowed")
  @ApiResponse(responseCode = "408", ref = "request-timeout")
  @ApiResponse(responseCode = "413", ref = "body-too-large")
  @ApiResponse(responseCode = "415", ref = "unsupported-media-type")
  @ApiResponse(responseCode = "422", ref = "idempotency-key-reused")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @PostMapping(
      path = PATH,
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> schedule(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return bodies.read(request, body -> schedule(caller, request, body));
  }

  private Mono<ResponseEntity<byte[]>> schedule(
      Caller caller, ServerHttpRequest request, byte[] body) {
    return switch (IdempotencyKey.of(request.getHeaders())) {
      case IdempotencyKey.Unusable unusable ->
          Mono.just(problems.answer(List.of(unusable.error())));
      case IdempotencyKey.Usable key ->
          switch (requests.read(body)) {
            case Reading.Malformed malformed ->
                Mono.just(
                    problems.answer(Problem.of(ProblemType.MALFORMED_JSON, malformed.detail())));
            case Reading.Invalid invalid -> Mono.just(problems.answer(invalid.errors()));
            case Reading.Valid valid ->
                caller.maySchedule(valid.details().host())
                    ? accept(caller, request, key.value(), valid)
                    : Mono.just(problems.answer(Problem.hostNotAllowed()));
          };
    };
  }

  private Mono<ResponseEntity<byte[]>> accept(
      Caller caller, ServerHttpRequest request, @Nullable String key, Reading.Valid valid) {
    return acceptance
        .accept(caller, key, valid, Traceparent.in(request.getHeaders()))
        .map(outcome ->
            switch (outcome) {
              case Accepted accepted -> answer(accepted.id(), accepted.acceptedAt());
              case Repeated repeated -> answer(repeated.id(), repeated.acceptedAt());
              case KeyReused _ -> keyReused();
            })
        .onErrorResume(GroupCommit.Full.class, _ -> Mono.just(unavailable()));
  }

  private ResponseEntity<byte[]> answer(UUID id, Instant acceptedAt) {
    return ResponseEntity.accepted()
        .location(URI.create(PATH + "/" + id))
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            writer.writeValueAsBytes(new AcceptedMeeting(id, MeetingStatus.ACCEPTED, acceptedAt)));
  }

  private ResponseEntity<byte[]> keyReused() {
    return problems.answer(
        Problem.of(
            ProblemType.IDEMPOTENCY_KEY_REUSED,
            "This idempotency key belongs to another request. Use a new key for a new meeting."));
  }

  private ResponseEntity<byte[]> unavailable() {
    return problems.answer(
        Problem.of(ProblemType.UNAVAILABLE, "Too many requests are waiting. Try again soon."));
  }
}
