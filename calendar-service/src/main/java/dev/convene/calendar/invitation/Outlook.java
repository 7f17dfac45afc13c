package dev.convene.calendar.invitation;

import dev.convene.contracts.Requester;
import java.util.UUID;

/** The calendars, before it is clear with whose rights they are opened. */
public interface Outlook {

  /**
   * The calendars that whoever asked for that meeting may write to. May wait for a token, for
   * seconds at most, and so comes before whatever must be true when a call is made; the calls
   * themselves do not. Without a token none of them is made.
   */
  Invitations as(Requester requestedBy, UUID meetingId);
}
