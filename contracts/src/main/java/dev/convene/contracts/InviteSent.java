package dev.convene.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event is in the host's calendar and Exchange has taken the invitations. Final.
 *
 * @param eventId Graph's immutable id of the event; upper and lower case differ
 * @param webLink where the host opens the event in Outlook on the web, where Graph gave it
 * @param webexMeetingId the meeting that the invitation leads to; absent where the event was there
 *     already, so that it may lead to one that an earlier copy of the message named
 */
public record InviteSent(
    UUID meetingId,
    String host,
    String eventId,
    @Nullable String webLink,
    @Nullable String webexMeetingId,
    StepRun step)
    implements CalendarEvent {

  public InviteSent {
    Checks.present("meetingId", meetingId);
    Checks.present("step", step);
    Checks.mailbox("host", host);
    Checks.notBlank("eventId", eventId);
    webLink = Checks.blankAsAbsent(webLink);
    webexMeetingId = Checks.blankAsAbsent(webexMeetingId);
  }
}
