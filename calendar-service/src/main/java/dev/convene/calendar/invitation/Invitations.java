package dev.convene.calendar.invitation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendars that invitations are sent from. Calls block, bounded in time, and do not retry. */
public interface Invitations {

  /**
   * Puts the event into the organizer's calendar, which mails the attendees. Safe to repeat: the
   * same invitation makes one event.
   */
  Sending send(Invitation invitation);

  /**
   * The same for one that may have been sent before: whatever is answered now, an event that stands
   * there already is not taken back, since people may have been invited to it.
   */
  Sending sendAgain(Invitation invitation);

  /**
   * Takes an event out of the calendar and tells those who were invited.
   *
   * @param note to them, in plain text
   */
  Removal cancel(String mailbox, String eventId, @Nullable String note);

  /** Looks for the event with our mark. */
  Presence find(String mailbox, UUID meetingId);
}
