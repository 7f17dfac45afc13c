package dev.convene.worker;

import java.util.UUID;

/**
 * The meetings that were withdrawn or cancelled, so that no late copy of an older message makes
 * them again. Asked only on the careful path, and written only when something has failed: a meeting
 * that goes well leaves nothing here.
 */
public interface EndedMeetings {

  /** Whether nothing may be made for this meeting any more. */
  boolean contains(UUID meetingId);

  /** From now on nothing may be made for it. Durable on return. */
  void add(UUID meetingId);
}
