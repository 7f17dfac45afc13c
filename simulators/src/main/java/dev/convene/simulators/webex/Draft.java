package dev.convene.simulators.webex;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a caller may set about a meeting, checked.
 *
 * @param start of the first occurrence
 * @param timeZone IANA id
 * @param recurrence RRULE text; null for a single meeting
 * @param options all else, as it was given
 */
record Draft(
    String title,
    @Nullable String agenda,
    @Nullable String password,
    Instant start,
    Instant end,
    String timeZone,
    @Nullable String recurrence,
    List<String> tags,
    Map<String, JsonNode> options) {}
