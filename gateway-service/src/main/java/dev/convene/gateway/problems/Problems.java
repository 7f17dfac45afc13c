package dev.convene.gateway.problems;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Turns problems into answers, and counts them by type. */
@Component
public class Problems {

  /** Long enough for a fail-over to end, short enough for a person to wait. */
  private static final String RETRY_AFTER_SECONDS = "5";

  private final ObjectWriter writer;
  private final MeterRegistry metrics;

  Problems(JsonMapper mapper, MeterRegistry metrics) {
    this.writer = mapper.writer();
    this.metrics = metrics;
  }

  /** The answer that says it; one that says "not now" also says when. */
  public ResponseEntity<byte[]> answer(Problem problem) {
    metrics.counter("convene.requests.refused", "problem", problem.name()).increment();
    return ResponseEntity.status(problem.status())
        .headers(headers -> addTo(headers, problem))
        .body(bytes(problem));
  }

  /** The answer to a request with errors. */
  public ResponseEntity<byte[]> answer(List<RequestError> errors) {
    return answer(Problem.invalid(errors));
  }

  /** Answers with the problem where no handler does, besides the headers that are there already. */
  public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    ResponseEntity<byte[]> answer = answer(problem);
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(answer.getStatusCode());
    response.getHeaders().putAll(answer.getHeaders());
    return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes(problem))));
  }

  private static void addTo(HttpHeaders headers, Problem problem) {
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setCacheControl("no-store");
    if (problem.status() == ProblemType.UNAVAILABLE.status()) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
  }

  private byte[] bytes(Problem problem) {
    return writer.writeValueAsBytes(problem);
  }
}
