package dev.convene.webex.rest;

import dev.convene.contracts.MeetingDetails;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.WebexMeeting;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.worker.vault.VendorToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Webex for whom there is no token: nothing is asked, and nothing counted. */
record ClosedWebex(VendorToken.Missing missing) implements WebexMeetings {

  @Override
  public Answer<WebexMeeting> create(UUID meetingId, MeetingDetails details) {
    return heldBack();
  }

  @Override
  public Answer<Optional<WebexMeeting>> find(UUID meetingId, MeetingDetails details) {
    return heldBack();
  }

  @Override
  public Answer<List<String>> marked(UUID meetingId, String host, Instant from, Instant to) {
    return heldBack();
  }

  @Override
  public Answer<Boolean> exists(String webexMeetingId, String host) {
    return heldBack();
  }

  @Override
  public Answer<Deleted> delete(String webexMeetingId, String host) {
    return heldBack();
  }

  private <T> Answer<T> heldBack() {
    return new Answer.HeldBack<>(missing.reason(), missing.retryAfter());
  }
}
