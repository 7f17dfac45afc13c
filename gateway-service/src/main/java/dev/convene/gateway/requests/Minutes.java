package dev.convene.gateway.requests;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The two settings of a meeting that are numbers of minutes. */
final class Minutes {

  /** What Webex offers. */
  private static final Set<Integer> JOIN_BEFORE_HOST = Set.of(0, 5, 10, 15);

  /** Four weeks, Outlook's longest. */
  private static final int LONGEST_REMINDER = 40_320;

  private Minutes() {}

  static @Nullable Integer reminder(Fields fields) {
    String allowed = "a whole number from 0 to " + LONGEST_REMINDER;
    Integer minutes = whole(fields, "reminderMinutes", allowed);
    if (minutes != null && (minutes < 0 || minutes > LONGEST_REMINDER)) {
      refuse(fields, "reminderMinutes", "out-of-range", "This is out of range.", allowed);
      return null;
    }
    return minutes;
  }

  static @Nullable Integer joinBeforeHost(Fields fields) {
    String allowed = "0, 5, 10, 15";
    Integer minutes = whole(fields, "joinBeforeHostMinutes", allowed);
    if (minutes != null && !JOIN_BEFORE_HOST.contains(minutes)) {
      refuse(fields, "joinBeforeHostMinutes", "not-one-of", "Webex does not offer this.", allowed);
      return null;
    }
    return minutes;
  }

  private static @Nullable Integer whole(Fields fields, String name, String allowed) {
    JsonNode value = fields.optional(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      refuse(fields, name, "not-a-whole-number", "This must be a whole number.", allowed);
      return null;
    }
    return value.intValue();
  }

  private static void refuse(
      Fields fields, String name, String code, String detail, String allowed) {
    fields.refuse(name, code, detail, allowed, fields.optional(name));
  }
}
