package dev.convene.gateway.meetings;

import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/v1/meetings} and {@code /api/v1/meetings/{id}}. */
@RestController
class MeetingsApi {

  private final MeetingStore store;
  private final Views views;
  private final Problems problems;
  private final JsonMapper mapper;

  MeetingsApi(MeetingStore store, Views views, Problems problems, JsonMapper mapper) {
    this.store = store;
    this.views = views;
    this.problems = problems;
    this.mapper = mapper;
  }

  @GetMapping(path = "/api/v1/meetings/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> show(@PathVariable String id) {
    return MeetingId.read(id)
        .map(store::find)
        .orElse(Mono.empty())
        .map(meeting -> ok(views.of(meeting)))
        .switchIfEmpty(Mono.fromSupplier(this::notFound));
  }

  @GetMapping(path = "/api/v1/meetings", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> list(ServerHttpRequest request) {
    return switch (ListQuery.read(request.getQueryParams())) {
      case ListQuery.Outcome.Invalid invalid -> Mono.just(problems.answer(invalid.errors()));
      case ListQuery.Outcome.Valid valid ->
          store
              .list(valid.filter(), valid.limit() + 1)
              .collectList()
              .map(found -> ok(MeetingPage.of(found, valid.limit())));
    };
  }

  private ResponseEntity<byte[]> ok(Object view) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(mapper.writeValueAsBytes(view));
  }

  private ResponseEntity<byte[]> notFound() {
    return problems.answer(Problem.of(ProblemType.MEETING_NOT_FOUND, "No meeting has this id."));
  }
}
