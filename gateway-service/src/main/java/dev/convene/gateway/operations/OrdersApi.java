package dev.convene.gateway.operations;

import dev.convene.gateway.access.Caller;
import dev.convene.gateway.operations.Ordered.Fate;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.requests.OperatorRequest;
import dev.convene.gateway.requests.OperatorRequests;
import dev.convene.gateway.requests.OperatorRequests.Shape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /api/v1/operations/parked/.../retry} and {@code /abandon}. */
@RestController
class OrdersApi {

  private static final String PARKED = "/api/v1/operations/parked";

  private final Operators operators;
  private final ParkedStore parked;
  private final Problems problems;
  private final Answers answers;

  OrdersApi(Operators operators, ParkedStore parked, Problems problems, Answers answers) {
    this.operators = operators;
    this.parked = parked;
    this.problems = problems;
    this.answers = answers;
  }

  /** What becomes of these meetings, of which there may be more. */
  @FunctionalInterface
  private interface Order {
    Mono<Ordered> about(List<String> ids, boolean more);
  }

  @Operation(
      summary = "Try a parked step now",
      description =
          "What needs attention is finished once more. Where nothing is parked and the meeting has"
              + " not ended, its command is sent again.",
      requestBody =
          @RequestBody(
              content = @Content(schema = @Schema(implementation = OperatorRequest.class))))
  @OrderResponses
  @ApiResponse(responseCode = "404", ref = "meeting-not-found")
  @PostMapping(path = PARKED + "/{meetingId}/retry", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> retry(
      @PathVariable String meetingId,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return answers.toOrder(
        request,
        Shape.REASON_IF_ANY,
        order -> one(operators.retry(caller, order.reason(), List.of(meetingId), false)));
  }

  @Operation(
      summary = "End a parked step",
      description =
          "As if its time were up: nothing is left behind, and the request fails with the reason."
              + " What needs attention is closed instead: an operator has finished it by hand.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OperatorRequest.class))))
  @OrderResponses
  @ApiResponse(responseCode = "404", ref = "meeting-not-found")
  @PostMapping(path = PARKED + "/{meetingId}/abandon", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> abandon(
      @PathVariable String meetingId,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return answers.toOrder(
        request,
        Shape.REASON,
        order -> one(operators.abandon(caller, reason(order), List.of(meetingId), false)));
  }

  @Operation(
      summary = "Try several parked steps now",
      description =
          "Those whose ids are in the body, or those that fit the filter: at most 500 at once.",
      requestBody =
          @RequestBody(
              content = @Content(schema = @Schema(implementation = OperatorRequest.class))))
  @ParkedParameters
  @OrderResponses
  @PostMapping(path = PARKED + "/retry", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> retrySeveral(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return answers.toOrder(
        request,
        Shape.IDS_AND_REASON_IF_ANY,
        order ->
            several(
                request, order, (ids, more) -> operators.retry(caller, order.reason(), ids, more)));
  }

  @Operation(
      summary = "End several parked steps",
      description =
          "Those whose ids are in the body, or those that fit the filter: at most 500 at once.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OperatorRequest.class))))
  @ParkedParameters
  @OrderResponses
  @PostMapping(path = PARKED + "/abandon", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> abandonSeveral(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return answers.toOrder(
        request,
        Shape.IDS_IF_ANY_AND_REASON,
        order ->
            several(
                request,
                order,
                (ids, more) -> operators.abandon(caller, reason(order), ids, more)));
  }

  private Mono<ResponseEntity<byte[]>> several(
      ServerHttpRequest request, OperatorRequest order, Order about) {
    int most = OperatorRequests.MOST_IDS;
    return switch (ParkedQuery.several(request.getQueryParams(), most)) {
      case ParkedQuery.Outcome.Invalid(var errors) -> Mono.just(problems.answer(errors));
      case ParkedQuery.Outcome.Valid(var filter, _) -> {
        if (filter.isEmpty() == order.ids().isEmpty()) {
          yield Mono.just(problems.answer(List.of(idsOrFilter())));
        }
        yield filter.isEmpty()
            ? about.about(order.ids(), false).map(answers::accepted)
            : parked
                .ids(filter, most + 1)
                .flatMap(ids -> about.about(texts(ids, most), ids.size() > most))
                .map(answers::accepted);
      }
    };
  }

  private static List<String> texts(List<UUID> ids, int most) {
    return ids.stream().limit(most).map(UUID::toString).toList();
  }

  private Mono<ResponseEntity<byte[]>> one(Mono<Ordered> ordered) {
    return ordered.map(answer ->
        answer.meetings().getFirst().fate() == Fate.NOT_FOUND
            ? problems.answer(Problem.of(ProblemType.MEETING_NOT_FOUND, "No meeting has this id."))
            : answers.accepted(answer));
  }

  private static String reason(OperatorRequest order) {
    @Nullable String reason = order.reason();
    return Objects.requireNonNull(reason, "the shape demands it");
  }

  private static RequestError idsOrFilter() {
    return RequestError.inBody(
        "/ids",
        "one-of-two",
        "Say which are meant: either by ids in the body, or by a filter in the query.",
        "ids, or one of status, provider, step, reason, host",
        null);
  }
}
