package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whom one may invite. */
final class AttendeeRules {
  /** From the documentation of the event resource. */
  static final int MOST = 500;

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private AttendeeRules() {}

  static void check(JsonNode attendees) {
    if (attendees.size() > MOST) {
      throw GraphErrors.invalidRecipients(
              "An event has " + MOST + " attendees at most; this one has " + attendees.size() + ".")
          .refused();
    }
    for (JsonNode attendee : attendees) {
      String address = attendee.path("emailAddress").path("address").asString("");
      if (!isAddress(address)) {
        throw GraphErrors.invalidRecipients("At least one recipient isn't valid.").refused();
      }
    }
  }

  static boolean isAddress(String text) {
    return text.length() <= 320 && !text.contains("..") && ADDRESS.matcher(text).matches();
  }
}
