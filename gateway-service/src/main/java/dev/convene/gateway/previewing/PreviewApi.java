package dev.convene.gateway.previewing;

import dev.convene.gateway.accepting.Bodies;
import dev.convene.gateway.access.Caller;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import dev.convene.gateway.requests.MeetingRequest;
import dev.convene.gateway.requests.MeetingRequests;
import dev.convene.gateway.requests.Preview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1/meetings/preview}. */
@RestController
class PreviewApi {

  private final MeetingRequests requests;
  private final Problems problems;
  private final Bodies bodies;
  private final JsonMapper mapper;

  PreviewApi(MeetingRequests requests, Problems problems, Bodies bodies, JsonMapper mapper) {
    this.requests = requests;
    this.problems = problems;
    this.bodies = bodies;
    this.mapper = mapper;
  }

  @Operation(
      summary = "Show when a meeting would take place",
      description =
          "Takes the same body as scheduling, and refuses the same. Where it is only the rule's"
              + " extent or its times that Webex and Outlook would not share, it says so in"
              + " `objections`, beside the dates; scheduling refuses with these very errors.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = MeetingRequest.class))))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "limit",
      description = "How many occurrences.",
      schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "after",
      description = "`next` of the answer before.",
      schema = @Schema(type = "integer", minimum = "0", maximum = "9999", defaultValue = "0"))
  @ApiResponse(
      responseCode = "200",
      description = "When it would be. Nothing was scheduled.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = MeetingPreview.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "403", ref = "host-not-allowed")
  @ApiResponse(responseCode = "408", ref = "request-timeout")
  @ApiResponse(responseCode = "413", ref = "body-too-large")
  @ApiResponse(responseCode = "415", ref = "unsupported-media-type")
  @PostMapping(
      path = "/api/v1/meetings/preview",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> preview(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return switch (PreviewQuery.read(request.getQueryParams())) {
      case PreviewQuery.Invalid invalid -> Mono.just(problems.answer(invalid.errors()));
      case PreviewQuery.Valid query ->
          bodies.read(request, body -> Mono.fromSupplier(() -> preview(caller, body, query)));
    };
  }

  private ResponseEntity<byte[]> preview(Caller caller, byte[] body, PreviewQuery.Valid query) {
    return switch (requests.preview(body)) {
      case Preview.Malformed malformed ->
          problems.answer(Problem.of(ProblemType.MALFORMED_JSON, malformed.detail()));
      case Preview.Invalid invalid -> problems.answer(invalid.errors());
      case Preview.Valid valid ->
          caller.maySchedule(valid.details().host())
              ? ok(MeetingPreview.of(valid, query.after(), query.limit()))
              : problems.answer(Problem.hostNotAllowed());
    };
  }

  private ResponseEntity<byte[]> ok(MeetingPreview preview) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(mapper.writeValueAsBytes(preview));
  }
}
