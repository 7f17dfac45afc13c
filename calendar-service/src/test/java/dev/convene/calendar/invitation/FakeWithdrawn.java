package dev.convene.calendar.invitation;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The withdrawn meetings, in memory. */
final class FakeWithdrawn implements WithdrawnMeetings {

  final Set<UUID> ids = new HashSet<>();

  @Override
  public boolean contains(UUID meetingId) {
    return ids.contains(meetingId);
  }

  @Override
  public void add(UUID meetingId) {
    ids.add(meetingId);
  }
}
