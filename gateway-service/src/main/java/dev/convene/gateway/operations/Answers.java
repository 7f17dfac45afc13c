package dev.convene.gateway.operations;

import dev.convene.gateway.accepting.Bodies;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import dev.convene.gateway.requests.OperatorRequest;
import dev.convene.gateway.requests.OperatorRequests;
import dev.convene.gateway.requests.OperatorRequests.Shape;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What all of the operators' resources do alike: read an order, and answer. */
@Component
public class Answers {

  private final Bodies bodies;
  private final OperatorRequests requests;
  private final Problems problems;
  private final JsonMapper mapper;

  Answers(Bodies bodies, OperatorRequests requests, Problems problems, JsonMapper mapper) {
    this.bodies = bodies;
    this.requests = requests;
    this.problems = problems;
    this.mapper = mapper;
  }

  /** What {@code then} answers to a valid order, or the refusal. */
  public Mono<ResponseEntity<byte[]>> toOrder(
      ServerHttpRequest request,
      Shape shape,
      Function<OperatorRequest, Mono<ResponseEntity<byte[]>>> then) {
    return bodies.read(
        request,
        body ->
            switch (requests.read(body, shape)) {
              case OperatorRequests.Outcome.Valid(var order) -> then.apply(order);
              case OperatorRequests.Outcome.Invalid(var errors) ->
                  Mono.just(problems.answer(errors));
              case OperatorRequests.Outcome.Malformed(var detail) ->
                  Mono.just(problems.answer(Problem.of(ProblemType.MALFORMED_JSON, detail)));
            });
  }

  /** 200, with that in it. */
  public ResponseEntity<byte[]> ok(Object view) {
    return answer(HttpStatus.OK, view);
  }

  /** 202: it is noted, and will be done. */
  public ResponseEntity<byte[]> accepted(Object view) {
    return answer(HttpStatus.ACCEPTED, view);
  }

  private ResponseEntity<byte[]> answer(HttpStatus status, Object view) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(mapper.writeValueAsBytes(view));
  }
}
