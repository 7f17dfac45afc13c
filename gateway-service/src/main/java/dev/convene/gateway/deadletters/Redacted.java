package dev.convene.gateway.deadletters;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The value of a dead letter, without what operators do not need. A dead letter may hold anything,
 * so what is shown is listed here, and all else is only measured.
 *
 * @param json absent where the value is not a JSON object
 * @param redacted what is left out, as RFC 6901 points to it
 */
@Schema(description = "The value, without what is private.")
record Redacted(
    int bytes,
    @Schema(type = "object") @Nullable JsonNode json,
    @Schema(description = "JSON pointers to what is left out.") List<String> redacted,
    @Nullable String note) {

  private static final int MOST_POINTERS = 100;
  private static final int LONGEST_VALUE = 500;

  private static final Set<String> SHOWN =
      Set.of(
          "/meetingId",
          "/generation",
          "/host",
          "/target",
          "/action",
          "/handledByHand",
          "/webexMeetingId",
          "/eventId",
          "/leftover",
          "/nextAttemptAt",
          "/reason/code",
          "/reason/message",
          "/reason/vendorTraceId",
          "/step/name",
          "/step/startedAt",
          "/step/endedAt",
          "/step/attempts",
          "/details/host",
          "/details/start",
          "/details/end",
          "/details/timeZone");

  static Redacted of(byte @Nullable [] value, JsonMapper mapper) {
    if (value == null) {
      return new Redacted(0, null, List.of(), "There is no value.");
    }
    JsonNode root;
    try {
      root = mapper.readTree(value);
    } catch (JacksonException _) {
      return new Redacted(value.length, null, List.of(""), "It is not JSON, and is not shown.");
    }
    if (!(root instanceof ObjectNode object)) {
      return new Redacted(
          value.length, null, List.of(""), "It is not a JSON object, and is not shown.");
    }
    List<String> left = new ArrayList<>();
    ObjectNode shown = shown(object, "", mapper, left);
    return new Redacted(value.length, shown, List.copyOf(left), null);
  }

  private static ObjectNode shown(
      ObjectNode object, String at, JsonMapper mapper, List<String> left) {
    ObjectNode copy = mapper.createObjectNode();
    object
        .properties()
        .forEach(field -> {
          String pointer = at + "/" + field.getKey();
          JsonNode value = field.getValue();
          if (value instanceof ObjectNode inner && leadsToWhatIsShown(pointer)) {
            copy.set(field.getKey(), shown(inner, pointer, mapper, left));
          } else if (SHOWN.contains(pointer) && isShort(value)) {
            copy.set(field.getKey(), value);
          } else if (left.size() < MOST_POINTERS) {
            left.add(Letter.text(pointer.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
          }
        });
    return copy;
  }

  private static boolean leadsToWhatIsShown(String pointer) {
    return SHOWN.stream().anyMatch(shown -> shown.startsWith(pointer + "/"));
  }

  private static boolean isShort(JsonNode value) {
    return value.isValueNode() && value.asString().length() <= LONGEST_VALUE;
  }
}
