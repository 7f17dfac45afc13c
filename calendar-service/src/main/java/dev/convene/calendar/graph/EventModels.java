package dev.convene.calendar.graph;

import com.microsoft.graph.models.Attendee;
import com.microsoft.graph.models.AttendeeType;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.Location;
import dev.convene.calendar.invitation.EventTime;
import dev.convene.calendar.invitation.Invitation;
import dev.convene.calendar.invitation.Place;
import dev.convene.calendar.invitation.Repetition;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Our invitations as the SDK's models. A model is good for one call: once written, it counts as
 * unchanged, and writing it again yields {@code {}}, of which Graph would make a blank event. So it
 * is built anew for every attempt. What is absent is not set: Graph refuses some explicit nulls.
 */
final class EventModels {

  /** With seconds even where they are zero. */
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private EventModels() {}

  static Event of(Invitation invitation) {
    Event event = new Event();
    event.setSubject(invitation.subject());
    event.setBody(body(invitation.html()));
    event.setStart(time(invitation.start()));
    event.setEnd(time(invitation.end()));
    event.setLocation(location(invitation.place()));
    event.setAttendees(invitation.attendees().stream().map(EventModels::attendee).toList());
    event.setTransactionId(invitation.transactionId().toString());
    event.setSingleValueExtendedProperties(List.of(Mark.of(invitation.meetingId())));
    // The time stands in Webex, too: it is changed through Convene, not by an attendee's proposal.
    event.setAllowNewTimeProposals(false);
    Repetition repetition = invitation.repetition();
    if (repetition != null) {
      event.setRecurrence(RecurrenceModels.of(repetition));
    }
    Integer reminder = invitation.reminderMinutes();
    if (reminder != null) {
      event.setIsReminderOn(true);
      event.setReminderMinutesBeforeStart(reminder);
    }
    return event;
  }

  private static ItemBody body(String html) {
    ItemBody body = new ItemBody();
    body.setContentType(BodyType.Html);
    body.setContent(html);
    return body;
  }

  private static DateTimeTimeZone time(EventTime time) {
    DateTimeTimeZone model = new DateTimeTimeZone();
    model.setDateTime(LOCAL.format(time.local()));
    model.setTimeZone(time.zone());
    return model;
  }

  private static Location location(Place place) {
    Location location = new Location();
    location.setDisplayName(place.displayName());
    if (place.uri() != null) {
      location.setLocationUri(place.uri().toString());
    }
    return location;
  }

  private static Attendee attendee(dev.convene.contracts.Attendee attendee) {
    EmailAddress address = new EmailAddress();
    address.setAddress(attendee.email());
    if (attendee.name() != null) {
      address.setName(attendee.name());
    }
    Attendee model = new Attendee();
    model.setEmailAddress(address);
    model.setType(
        switch (attendee.type()) {
          case REQUIRED -> AttendeeType.Required;
          case OPTIONAL -> AttendeeType.Optional;
          case RESOURCE -> AttendeeType.Resource;
        });
    return model;
  }
}
