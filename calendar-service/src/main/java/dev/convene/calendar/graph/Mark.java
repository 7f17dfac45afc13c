package dev.convene.calendar.graph;

import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import java.util.List;
import java.util.UUID;

/** Our mark on an event: a named property that other programs and people do not see. */
final class Mark {

  /**
   * Its id in Graph's notation. The set id is ours, and never changes: events that were marked with
   * another would not be found again.
   */
  static final String PROPERTY = "String {5b0a3c1e-7a0d-4b1f-9c52-6f4d2a8e9b17} Name meetingRef";

  private Mark() {}

  static SingleValueLegacyExtendedProperty of(UUID meetingId) {
    SingleValueLegacyExtendedProperty mark = new SingleValueLegacyExtendedProperty();
    mark.setId(PROPERTY);
    mark.setValue(meetingId.toString());
    return mark;
  }

  /** Whether an event, read with {@link #expansion()}, is the meeting's. */
  static boolean isOn(Event event, UUID meetingId) {
    List<SingleValueLegacyExtendedProperty> properties = event.getSingleValueExtendedProperties();
    return properties != null
        && properties.stream()
            .anyMatch(property ->
                PROPERTY.equalsIgnoreCase(property.getId())
                    && meetingId.toString().equalsIgnoreCase(property.getValue()));
  }

  /** The filter that finds the events of one meeting. A UUID needs no escaping. */
  static String filterFor(UUID meetingId) {
    return "singleValueExtendedProperties/Any(ep: ep/id eq '%s' and ep/value eq '%s')"
        .formatted(PROPERTY, meetingId);
  }

  /** Makes an answer show the mark, which it leaves out otherwise. */
  static String expansion() {
    return "singleValueExtendedProperties($filter=id eq '%s')".formatted(PROPERTY);
  }
}
