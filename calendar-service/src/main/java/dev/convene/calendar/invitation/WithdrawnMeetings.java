package dev.convene.calendar.invitation;

import java.util.UUID;

/** The meetings for which no invitation may be sent any more. */
interface WithdrawnMeetings {

  boolean contains(UUID meetingId);

  /** Durable on return. */
  void add(UUID meetingId);
}
