package dev.convene.calendar.invitation;

import java.util.UUID;

/** The calendars that invitations are sent from. Calls block, bounded in time, and do not retry. */
public interface Invitations {

  /**
   * Puts the event into the organizer's calendar, which mails the attendees. Safe to repeat: the
   * same invitation makes one event.
   */
  Sending send(Invitation invitation);

  /** Looks for the event with our mark. */
  Presence find(String mailbox, UUID meetingId);
}
