package dev.convene.gateway.deadletters;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dead letter as operators see it. */
@Schema(description = "A record that a consumer could not handle.")
record LetterView(
    @Schema(example = "webex.events.gateway-service.dead-letter:3:17") String id,
    @Schema(description = "Where it stood.", example = "webex.events") String topic,
    @Schema(description = "Who could not handle it.", example = "gateway-service") String consumer,
    Instant at,
    @Schema(example = "unknown-version") @Nullable String problem,
    @Nullable String reason,
    @Nullable String type,
    @Nullable String eventId,
    @Schema(description = "The meeting's id, as the record has it.") @Nullable String subject,
    @Nullable String key,
    int bytes,
    @Schema(description = "How often it was sent again, and by whom.") List<Replay> replays,
    @Schema(description = "Where one is shown.") @Nullable Map<String, String> headers,
    @Schema(description = "Names of headers that are not shown.")
        @Nullable List<String> otherHeaders,
    @Schema(description = "Where one is shown.") @Nullable Redacted payload) {

  /** One time that it was sent again. */
  record Replay(
      long action,
      String by,
      Instant askedAt,
      @Schema(description = "Absent: it is not known to have reached Kafka.")
          @Nullable Instant sentAt) {}

  static LetterView of(Letter letter, List<Replay> replays) {
    return of(letter, replays, null, null, null);
  }

  static LetterView of(
      Letter letter,
      List<Replay> replays,
      @Nullable Map<String, String> headers,
      @Nullable List<String> otherHeaders,
      @Nullable Redacted payload) {
    LetterTopic topic = letter.id().topic();
    return new LetterView(
        letter.id().toString(),
        topic.source(),
        topic.consumer(),
        letter.at(),
        letter.problem(),
        letter.reason(),
        letter.type(),
        letter.eventId(),
        letter.subject(),
        letter.key(),
        letter.bytes(),
        replays,
        headers,
        otherHeaders,
        payload);
  }
}
