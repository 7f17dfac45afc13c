package dev.convene.webex.meetings;

import dev.convene.contracts.Requester;
import java.util.UUID;

/** Webex, before it is clear with whose rights it is called. */
public interface Webex {

  /**
   * Webex with the rights of whoever asked for that meeting. May wait for a token, for seconds at
   * most, and so comes before whatever must be true when a call is made; the calls themselves do
   * not. Without a token all of them are held back.
   */
  WebexMeetings as(Requester requestedBy, UUID meetingId);
}
