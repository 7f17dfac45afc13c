package dev.convene.calendar.invitation;

import java.util.UUID;

/** The calendars that invitations are sent from. Calls block, and are bounded in time. */
public interface Invitations {

  /**
   * Puts the event into the organizer's calendar, which mails the attendees. Safe to repeat: the
   * same invitation makes one event.
   *
   * @param mayExist whether an earlier attempt may have made it. A refusal is then believed only
   *     when the calendar shows no event with our mark
   */
  Sending send(Invitation invitation, boolean mayExist);

  /** Looks for the event with our mark. */
  Presence find(String mailbox, UUID meetingId);
}
