package dev.convene.contracts;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The meeting is there on both sides, and people are invited.
 *
 * @param joinLink the link that people click; passwords are not carried
 * @param eventLink where the host opens the event in Outlook on the web, where Graph gave it
 */
public record MeetingScheduled(
    UUID meetingId, String host, int number, Instant at, URI joinLink, @Nullable String eventLink)
    implements SchedulingOutcome {

  public MeetingScheduled {
    Checks.present("meetingId", meetingId);
    Checks.present("at", at);
    Checks.webAddress("joinLink", joinLink);
    eventLink = Checks.blankAsAbsent(eventLink);
    Checks.mailbox("host", host);
    Checks.atLeast("number", number, 1);
  }
}
