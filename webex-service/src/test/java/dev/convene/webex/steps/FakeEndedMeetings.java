package dev.convene.webex.steps;

import dev.convene.worker.EndedMeetings;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The ended meetings, in memory. */
final class FakeEndedMeetings implements EndedMeetings {

  private final Set<UUID> ended = new HashSet<>();

  @Override
  public boolean contains(UUID meetingId) {
    return ended.contains(meetingId);
  }

  @Override
  public void add(UUID meetingId) {
    ended.add(meetingId);
  }
}
