package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a recurrence must say, by the type of its pattern and of its range. */
final class RecurrenceRules {
  private static final Map<String, List<String>> PATTERN_NEEDS =
      Map.of(
          "daily", List.of(),
          "weekly", List.of("daysOfWeek"),
          "absoluteMonthly", List.of("dayOfMonth"),
          "relativeMonthly", List.of("daysOfWeek"),
          "absoluteYearly", List.of("dayOfMonth", "month"),
          "relativeYearly", List.of("daysOfWeek", "month"));

  private RecurrenceRules() {}

  /**
   * @param recurrence well-formed
   * @param start the date of the event's start, in the event's own zone
   */
  static void check(JsonNode recurrence, LocalDate start) {
    JsonNode pattern = recurrence.path("pattern");
    JsonNode range = recurrence.path("range");
    need(pattern.isObject() && range.isObject(), "A recurrence has a pattern and a range.");
    checkPattern(pattern);
    checkRange(range, start);
  }

  private static void checkPattern(JsonNode pattern) {
    String type = pattern.path("type").asString("");
    need(!type.isEmpty(), "A recurrence pattern has a type.");
    need(pattern.path("interval").asInt(0) > 0, "A recurrence pattern has an interval above 0.");
    for (String property : PATTERN_NEEDS.getOrDefault(type, List.of())) {
      JsonNode value = pattern.path(property);
      need(
          !value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty()),
          "A " + type + " pattern has " + property + ".");
    }
    within(pattern.path("dayOfMonth"), type.startsWith("absolute") ? 1 : 0, 31, "dayOfMonth");
    within(pattern.path("month"), type.endsWith("Yearly") ? 1 : 0, 12, "month");
  }

  private static void checkRange(JsonNode range, LocalDate start) {
    String type = range.path("type").asString("");
    String first = range.path("startDate").asString("");
    need(!type.isEmpty(), "A recurrence range has a type.");
    need(
        first.equals(start.toString()),
        "The range's startDate must be the date of the event's start, " + start + ".");
    if (type.equals("endDate")) {
      String last = range.path("endDate").asString("");
      need(!last.isEmpty(), "A range of type endDate has an endDate.");
      need(!LocalDate.parse(last).isBefore(start), "The range must not end before it starts.");
    }
    if (type.equals("numbered")) {
      need(
          range.path("numberOfOccurrences").asInt(0) > 0,
          "A range of type numbered has a numberOfOccurrences above 0.");
    }
    String zone = range.path("recurrenceTimeZone").asString("");
    if (!zone.isEmpty()) {
      TimeZones.zone(zone);
    }
  }

  private static void within(JsonNode value, int low, int high, String name) {
    if (value.isNumber()) {
      int number = value.intValue();
      need(number >= low && number <= high, name + " is from " + low + " to " + high + ".");
    }
  }

  private static void need(boolean holds, String rule) {
    if (!holds) {
      throw GraphErrors.propertyValidation(rule).refused();
    }
  }
}
