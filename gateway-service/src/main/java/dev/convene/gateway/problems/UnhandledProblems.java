package dev.convene.gateway.problems;

import dev.convene.gateway.database.DatabaseAway;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Says as a problem what the framework refuses, and what breaks. */
@Component
@Order(-2) // before the framework's own, which would answer in another format
class UnhandledProblems implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(UnhandledProblems.class);

  private static final long COMPLAIN_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Problems problems;
  private final AtomicLong complainedAt = new AtomicLong(System.nanoTime() - COMPLAIN_EVERY_NANOS);

  UnhandledProblems(Problems problems) {
    this.problems = problems;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(error);
    }
    if (error instanceof ResponseStatusException refused) {
      response.getHeaders().putAll(refused.getHeaders());
    }
    return problems.write(exchange, problemFor(exchange, error));
  }

  private Problem problemFor(ServerWebExchange exchange, Throwable error) {
    return switch (error) {
      case MethodNotAllowedException refused ->
          Problem.of(
              ProblemType.METHOD_NOT_ALLOWED,
              refused.getHttpMethod()
                  + " is not allowed here, "
                  + refused.getSupportedMethods()
                  + " is.");
      case UnsupportedMediaTypeStatusException _ ->
          Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
      case ResponseStatusException refused -> byStatus(refused.getStatusCode());
      default -> unexpected(exchange, error);
    };
  }

  private static Problem byStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> Problem.of(ProblemType.NOT_FOUND, "No resource has this path.");
      case 406 ->
          Problem.of(
              ProblemType.NOT_ACCEPTABLE,
              "What is here comes in none of the accepted media types.");
      case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "The body is larger than is taken here.");
      case 503 -> Problem.of(ProblemType.UNAVAILABLE, "Try again in a moment.");
      default ->
          status.is4xxClientError()
              ? Problem.of(ProblemType.INVALID_REQUEST, "The request cannot be understood.")
              : Problem.of(ProblemType.INTERNAL_ERROR, "It has been logged.");
    };
  }

  private Problem unexpected(ServerWebExchange exchange, Throwable error) {
    String what = exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath();
    if (DatabaseAway.isCauseOf(error)) {
      complain(what, error);
      return Problem.of(ProblemType.UNAVAILABLE, "The database is away. Try again in a moment.");
    }
    log.error("{} failed", what, error);
    return Problem.of(ProblemType.INTERNAL_ERROR, "It has been logged.");
  }

  /** An outage concerns every request, and is said once in a while. */
  private void complain(String what, Throwable error) {
    long now = System.nanoTime();
    long last = complainedAt.get();
    if (now - last >= COMPLAIN_EVERY_NANOS && complainedAt.compareAndSet(last, now)) {
      log.warn(
          "The database is away, requests are answered 503 (such as {}): {}",
          what,
          error.toString());
    }
  }
}
