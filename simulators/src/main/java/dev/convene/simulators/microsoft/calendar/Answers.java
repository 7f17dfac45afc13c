package dev.convene.simulators.microsoft.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes attendees' answers into the organizer's event. */
final class Answers {
  private Answers() {}

  /** The event with all answers that have come by now. */
  static Event taken(Event event, Instant now) {
    ObjectNode content = Content.parse(event.content());
    List<Answer> left = new ArrayList<>();
    Instant last = event.modified();
    for (Answer answer : event.awaited()) {
      if (answer.at().isAfter(now)) {
        left.add(answer);
      } else {
        write(content.path("attendees"), answer);
        last = answer.at();
      }
    }
    return event.written(last, event.slot(), Content.text(content)).awaiting(left);
  }

  private static void write(JsonNode attendees, Answer answer) {
    for (JsonNode attendee : attendees) {
      if (Content.address(attendee).equals(answer.address())) {
        ((ObjectNode) attendee)
            .set("status", Content.status(answer.response(), answer.at().toString()));
      }
    }
  }
}
