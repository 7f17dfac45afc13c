package dev.convene.gateway.streaming;

import dev.convene.gateway.access.Caller;
import dev.convene.gateway.access.Reach;
import dev.convene.gateway.meetings.MeetingId;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.Problems;
import dev.convene.gateway.problems.RequestError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/meetings/{id}/events}. */
@RestController
class StreamingApi {

  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final Streams streams;
  private final Problems problems;

  StreamingApi(Streams streams, Problems problems) {
    this.streams = streams;
    this.problems = problems;
  }

  @Operation(
      summary = "Watch a meeting",
      description =
          "Server-sent events: `step` for each entry of the timeline as it comes, with its number"
              + " as id, and `end` with the status, after which the stream ends. A stream that is"
              + " resumed with Last-Event-ID goes on after that entry. A stream is closed after ten"
              + " minutes, so that the watcher comes again, and says who it is.")
  @ApiResponse(
      responseCode = "200",
      description = "The events.",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = Streams.StepData.class)))
  @ApiResponse(responseCode = "400", ref = "invalid-request")
  @ApiResponse(responseCode = "404", ref = "meeting-not-found")
  @ApiResponse(responseCode = "503", ref = "unavailable")
  @GetMapping(path = "/api/v1/meetings/{id}/events")
  Mono<ResponseEntity<?>> events(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId) {
    OptionalInt lastSeen = lastSeen(lastEventId);
    if (lastSeen.isEmpty()) {
      return Mono.just(
          problems.answer(
              List.of(
                  RequestError.inHeader(
                      LAST_EVENT_ID,
                      "not-an-event-id",
                      "No event of this stream has this id.",
                      "the id of an event",
                      String.valueOf(lastEventId)))));
    }
    if (streams.isFull()) {
      return Mono.just(
          problems.answer(
              Problem.of(ProblemType.UNAVAILABLE, "Too many streams are open. Try again soon.")));
    }
    Reach reach = Reach.of(caller);
    return MeetingId.read(id)
        .map(known -> streams.meeting(known, reach))
        .orElse(Mono.empty())
        .<ResponseEntity<?>>map(meeting -> stream(meeting.id(), reach, lastSeen.getAsInt()))
        .switchIfEmpty(
            Mono.fromSupplier(() ->
                problems.answer(
                    Problem.of(ProblemType.MEETING_NOT_FOUND, "No meeting has this id."))));
  }

  private ResponseEntity<?> stream(UUID id, Reach reach, int lastSeen) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no") // proxies must not hold events back
        .body(streams.of(id, reach, lastSeen));
  }

  private static OptionalInt lastSeen(@Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isEmpty()) {
      return OptionalInt.of(Streams.NOTHING_SEEN);
    }
    return lastEventId.matches("\\d{1,6}")
        ? OptionalInt.of(Integer.parseInt(lastEventId))
        : OptionalInt.empty();
  }
}
