package dev.convene.gateway.accepting;

import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads bodies up to the size and for the time that are allowed, and refuses the rest. */
@Component
public class Bodies {

  private final Problems problems;
  private final Duration within;

  Bodies(Problems problems, AcceptingProperties properties) {
    this.problems = problems;
    this.within = properties.bodyWithin();
  }

  /** What {@code then} answers to the complete body, or the refusal. */
  public Mono<ResponseEntity<byte[]>> read(
      ServerHttpRequest request, Function<byte[], Mono<ResponseEntity<byte[]>>> then) {
    return Body.of(request, within)
        .flatMap(body ->
            switch (body) {
              case Body.TooSlow _ -> Mono.just(closing(tooSlow()));
              case Body.TooLarge(boolean ended) ->
                  Mono.just(ended ? tooLarge() : closing(tooLarge()));
              case Body.Complete complete -> then.apply(complete.bytes());
            });
  }

  private ResponseEntity<byte[]> tooLarge() {
    String detail = "A request may have up to " + Body.LARGEST + " bytes.";
    return problems.answer(Problem.of(ProblemType.BODY_TOO_LARGE, detail));
  }

  private ResponseEntity<byte[]> tooSlow() {
    String detail = "The body did not arrive within " + within.toSeconds() + " seconds.";
    return problems.answer(Problem.of(ProblemType.REQUEST_TIMEOUT, detail));
  }

  /** What has not been read of the request makes the connection useless. */
  private static ResponseEntity<byte[]> closing(ResponseEntity<byte[]> answer) {
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(HttpHeaders.CONNECTION, "close")
        .body(answer.getBody());
  }
}
