package dev.convene.gateway.deadletters;

import dev.convene.gateway.access.Caller;
import dev.convene.gateway.deadletters.Replayer.Replayed;
import dev.convene.gateway.operations.Answers;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.requests.OperatorRequest;
import dev.convene.gateway.requests.OperatorRequests.Shape;
import dev.convene.gateway.requests.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/v1/operations/dead-letters}. */
@RestController
class DeadLettersApi {

  private static final String PATH = "/api/v1/operations/dead-letters";
  private static final Pattern SHOWN_HEADERS =
      Pattern.compile("ce_[a-z]+|dead-letter-[a-z]+|content-type|traceparent");
  private static final int MOST = 100;
  private static final Pattern PROBLEM = Pattern.compile("[a-z-]{1,50}");
  private static final Map<String, String> SOURCES =
      words(LetterTopic.ALL.stream().map(LetterTopic::source).toList());
  private static final Map<String, String> CONSUMERS =
      words(LetterTopic.ALL.stream().map(LetterTopic::consumer).toList());

  private final Letters letters;
  private final Replays replays;
  private final Replayer replayer;
  private final Problems problems;
  private final Answers answers;
  private final JsonMapper mapper;

  DeadLettersApi(
      Letters letters,
      Replays replays,
      Replayer replayer,
      Problems problems,
      Answers answers,
      JsonMapper mapper) {
    this.letters = letters;
    this.replays = replays;
    this.replayer = replayer;
    this.problems = problems;
    this.answers = answers;
    this.mapper = mapper;
  }

  /** Part of the list. */
  @Schema(description = "A page of dead letters, the newest first.")
  record Page(
      List<LetterView> deadLetters,
      @Schema(description = "Pass it as `cursor` to get the next page; absent on the last.")
          @Nullable String next) {}

  @Operation(
      summary = "List dead letters",
      description = "What consumers could not handle, of all topics, the newest first, by pages.")
  @Parameter(in = ParameterIn.QUERY, name = "topic", description = "Where they stood.")
  @Parameter(in = ParameterIn.QUERY, name = "consumer", example = "gateway-service")
  @Parameter(in = ParameterIn.QUERY, name = "problem", example = "unknown-version")
  @Parameter(
      in = ParameterIn.QUERY,
      name = "limit",
      schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
  @Parameter(in = ParameterIn.QUERY, name = "cursor", description = "`next` of the page before.")
  @ApiResponse(
      responseCode = "200",
      description = "A page.",
      content = @Content(schema = @Schema(implementation = Page.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> list(@Parameter(hidden = true) ServerHttpRequest request) {
    Query query =
        new Query(
            request.getQueryParams(),
            List.of("topic", "consumer", "problem", "limit", "cursor"),
            List.of());
    LetterFilter filter =
        new LetterFilter(
            query.oneOf("topic", SOURCES),
            query.oneOf("consumer", CONSUMERS),
            query.text("problem", PROBLEM, "such as unknown-version"));
    int limit = query.limit(50, 200);
    String cursor = query.first("cursor");
    Bounds bounds = cursor == null ? null : Bounds.read(cursor).orElse(null);
    if (cursor != null && bounds == null) {
      query.refuseCursor(cursor);
    }
    return query.errors().isEmpty()
        ? letters.list(filter, bounds, limit).flatMap(this::page).onErrorResume(this::unavailable)
        : Mono.just(problems.answer(query.errors()));
  }

  private Mono<ResponseEntity<byte[]>> page(LetterPage page) {
    return replays
        .of(page.letters().stream().map(Letter::id).toList())
        .map(replayed -> {
          List<LetterView> views =
              page.letters().stream()
                  .map(letter ->
                      LetterView.of(
                          letter, replayed.getOrDefault(letter.id().toString(), List.of())))
                  .toList();
          Bounds rest = page.rest();
          return answers.ok(new Page(views, rest == null ? null : rest.cursor()));
        });
  }

  @Operation(
      summary = "Show a dead letter",
      description = "With its headers, and its value without what is private.")
  @ApiResponse(
      responseCode = "200",
      description = "The dead letter.",
      content = @Content(schema = @Schema(implementation = LetterView.class)))
  @ApiResponse(responseCode = "404", ref = "not-found")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> show(@PathVariable String id) {
    return Mono.justOrEmpty(LetterId.read(id))
        .flatMap(known ->
            letters
                .find(known)
                .flatMap(record -> Mono.justOrEmpty(record.map(found -> view(known, found)))))
        .flatMap(Function.identity())
        .switchIfEmpty(Mono.fromSupplier(this::notFound))
        .onErrorResume(this::unavailable);
  }

  private Mono<ResponseEntity<byte[]>> view(LetterId id, ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> shown = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    for (Header header : record.headers()) {
      boolean known = SHOWN_HEADERS.matcher(header.key()).matches();
      String text = known ? Letter.text(header.value()) : "";
      (known ? shown : others).put(brief(header.key()), text == null ? "" : text);
    }
    return replays
        .of(List.of(id))
        .map(replayed ->
            answers.ok(
                LetterView.of(
                    Letter.of(id.topic(), record),
                    replayed.getOrDefault(id.toString(), List.of()),
                    shown,
                    others.keySet().stream().limit(50).toList(),
                    Redacted.of(record.value(), mapper))));
  }

  private static String brief(String name) {
    return name.length() <= 100 ? name : name.substring(0, 99) + "…";
  }

  @Operation(
      summary = "Send a dead letter again",
      description = "To where it stood, as it was, marked as a further copy.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OperatorRequest.class))))
  @ApiResponse(
      responseCode = "200",
      description = "Kafka has it.",
      content = @Content(schema = @Schema(implementation = Replayed.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "404", ref = "not-found")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @PostMapping(path = PATH + "/{id}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> replayOne(
      @PathVariable String id,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return answers.toOrder(request, Shape.REASON, order -> replay(caller, order, List.of(id)));
  }

  @Operation(
      summary = "Send several dead letters again",
      description = "By their ids, at most 100. Those that are gone are named.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OperatorRequest.class))))
  @ApiResponse(
      responseCode = "200",
      description = "Kafka has them.",
      content = @Content(schema = @Schema(implementation = Replayed.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "404", ref = "not-found")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @PostMapping(path = PATH + "/replay", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> replaySeveral(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerHttpRequest request) {
    return answers.toOrder(
        request,
        Shape.IDS_AND_REASON,
        order ->
            order.ids().size() <= MOST
                ? replay(caller, order, order.ids())
                : Mono.just(problems.answer(List.of(tooMany()))));
  }

  private Mono<ResponseEntity<byte[]>> replay(
      Caller caller, OperatorRequest order, List<String> ids) {
    @Nullable String reason = order.reason();
    return replayer
        .replay(caller, Objects.requireNonNull(reason, "the shape demands it"), ids)
        .map(done -> done.replayed().isEmpty() ? notFound() : answers.ok(done))
        .onErrorResume(this::unavailable);
  }

  private static RequestError tooMany() {
    String allowed = "1 to " + MOST + " ids";
    return RequestError.inBody("/ids", "too-many", "These are too many at once.", allowed, null);
  }

  private ResponseEntity<byte[]> notFound() {
    return problems.answer(Problem.of(ProblemType.NOT_FOUND, "No dead letter has this id."));
  }

  private Mono<ResponseEntity<byte[]>> unavailable(Throwable error) {
    return error instanceof Letters.Unavailable unavailable
        ? Mono.just(
            problems.answer(
                Problem.of(ProblemType.UNAVAILABLE, String.valueOf(unavailable.getMessage()))))
        : Mono.error(error);
  }

  private static Map<String, String> words(Collection<String> words) {
    return words.stream().distinct().collect(Collectors.toMap(Function.identity(), word -> word));
  }
}
