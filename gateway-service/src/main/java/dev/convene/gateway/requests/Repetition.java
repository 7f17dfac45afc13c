package dev.convene.gateway.requests;

import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.series.Objection;
import dev.convene.gateway.series.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How often a meeting takes place: the field {@code recurrence}, or once. */
final class Repetition {

  private static final String NAME = "recurrence";
  private static final String ALLOWED =
      "a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10; absent for a single meeting";

  private Repetition() {}

  /** Null where something is wrong with it, or with the times that it counts from. */
  static @Nullable Series read(Fields fields, @Nullable MeetingTimes times) {
    JsonNode value = fields.optional(NAME);
    if (value == null) {
      return times == null ? null : Series.once(times.start(), times.end(), times.zone());
    }
    String rule = fields.text(NAME, value, ALLOWED);
    if (rule == null || times == null) {
      return null;
    }
    return switch (Series.read(rule, times.start(), times.end(), times.zone())) {
      case Series.Reading.Usable(var series) -> series;
      case Series.Reading.Unusable(Objection(var code, var detail, var allowed)) -> {
        fields.refuse(NAME, code, detail, allowed, value);
        yield null;
      }
    };
  }

  /** Why it cannot be scheduled that often. */
  static List<RequestError> objections(Fields fields, Series series) {
    JsonNode value = fields.optional(NAME);
    String given = value == null ? null : value.asString("");
    return series.objections().stream()
        .map(one ->
            RequestError.inBody(
                fields.pointer(NAME), one.code(), one.detail(), one.allowed(), given))
        .toList();
  }
}
