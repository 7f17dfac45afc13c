package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import dev.convene.simulators.microsoft.settings.Switches;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a create or a change may say, beyond being well-formed. */
final class EventRules {
  private final Switches switches;

  EventRules(Switches switches) {
    this.switches = switches;
  }

  /**
   * Reads a body.
   *
   * @param create whether it is a new event's
   * @throws dev.convene.simulators.microsoft.odata.Refused at the first thing that is wrong
   */
  ObjectNode read(ObjectNode body, boolean create) {
    if (switches.rangeBeforePatternFails().get() && namesRangeFirst(body.path("recurrence"))) {
      throw GraphErrors.cannotDeserialize("recurrence names its range before its pattern")
          .refused();
    }
    ObjectNode event = EventSchema.checked(body, !create || !switches.strictNulls().get());
    if (event.has("multiValueExtendedProperties")) {
      throw GraphErrors.notSimulated("multiValueExtendedProperties").refused();
    }
    if (event.path("reminderMinutesBeforeStart").asInt(0) < 0) {
      throw GraphErrors.propertyValidation("reminderMinutesBeforeStart must not be negative.")
          .refused();
    }
    return event;
  }

  private static boolean namesRangeFirst(JsonNode recurrence) {
    List<String> names = new ArrayList<>(recurrence.propertyNames());
    return names.contains("pattern") && names.indexOf("range") == 0;
  }

  /**
   * When the event takes place after the request.
   *
   * @param before what it was; null for a new event
   */
  Slot slot(ObjectNode request, @Nullable Slot before) {
    JsonNode allDay = request.path("isAllDay");
    JsonNode start = request.path("start");
    JsonNode end = request.path("end");
    if (before != null && !allDay.isBoolean() && !start.isObject() && !end.isObject()) {
      return before;
    }
    if (before != null && !start.isObject()) {
      start = Slot.json(before.start(), before.startZone());
    }
    if (before != null && !end.isObject()) {
      end = Slot.json(before.end(), before.endZone());
    }
    return Slot.of(start, end, allDay.asBoolean(before != null && before.allDay()));
  }

  /**
   * Checks recurrence and attendees.
   *
   * @return whether some attendee's address is wrong although that must not stop the create
   */
  boolean checkRest(ObjectNode request, JsonNode recurrence, Slot slot) {
    if (recurrence.isObject()) {
      RecurrenceRules.check(recurrence, slot.start().toLocalDate());
    }
    JsonNode attendees = request.path("attendees");
    if (!switches.invalidRecipientsStillCreate().get() || attendees.size() > AttendeeRules.MOST) {
      AttendeeRules.check(attendees);
      return false;
    }
    for (JsonNode attendee : attendees) {
      if (!AttendeeRules.isAddress(Content.address(attendee))) {
        return true;
      }
    }
    return false;
  }

  /** The extended properties after a request: those named replace others of the same id. */
  List<ExtendedProperty> properties(ObjectNode request, List<ExtendedProperty> before) {
    if (!request.has("singleValueExtendedProperties")) {
      return before;
    }
    JsonNode named = request.path("singleValueExtendedProperties");
    List<ExtendedProperty> next =
        new ArrayList<>(ExtendedProperty.read(named.isNull() ? Json.array() : named));
    Set<String> ids = new HashSet<>();
    next.forEach(one -> ids.add(one.id()));
    before.stream().filter(one -> !ids.contains(one.id())).forEach(next::add);
    return List.copyOf(next);
  }
}
