package dev.convene.webex.meetings;

import dev.convene.contracts.MeetingDetails;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Meetings at Webex. Makes one call at a time, or two where one does not tell enough, and never
 * tries again by itself, except once with a new token.
 */
public interface WebexMeetings {

  /**
   * Creates a meeting that carries our mark, without any mail from Webex. Not idempotent: Webex has
   * no key for that.
   */
  Answer<WebexMeeting> create(UUID meetingId, MeetingDetails details);

  /**
   * Looks for the meeting that carries our mark. Webex may take a while to show a new one, so that
   * absence means little shortly after a lost answer.
   */
  Answer<Optional<WebexMeeting>> find(UUID meetingId, MeetingDetails details);

  /**
   * Webex's ids of all meetings that bear our mark, by Webex's own word for each of them; up to
   * 100.
   *
   * @param from together with {@code to}, when the meeting may be: others are not looked for
   */
  Answer<List<String>> marked(UUID meetingId, String host, Instant from, Instant to);

  /** Whether there is a meeting of that id, whenever it is and whether it bears our mark or not. */
  Answer<Boolean> exists(String webexMeetingId, String host);

  /**
   * Deletes a meeting, without any mail from Webex; done as well where there is none of that id.
   */
  Answer<Deleted> delete(String webexMeetingId, String host);

  /** It is not there, any more or at all. */
  enum Deleted {
    DELETED,
    WAS_NOT_THERE
  }
}
