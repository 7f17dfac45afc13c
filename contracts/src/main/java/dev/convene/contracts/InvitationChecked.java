package dev.convene.contracts;

import java.util.List;
import java.util.UUID;

/**
 * What both sides hold for a meeting: the end of a check.
 *
 * @param round of the {@link CheckMeeting} that asked for it
 * @param webexMeetingIds as {@link MeetingChecked} named those that exist
 * @param eventIds Graph's ids of the events in the host's calendar that bear our mark and were not
 *     cancelled
 */
public record InvitationChecked(
    UUID meetingId,
    String host,
    int round,
    Expectation expected,
    List<String> webexMeetingIds,
    List<String> eventIds,
    StepRun step)
    implements CalendarEvent {

  public InvitationChecked {
    Checks.present("meetingId", meetingId);
    Checks.present("expected", expected);
    Checks.present("webexMeetingIds", webexMeetingIds);
    Checks.present("eventIds", eventIds);
    Checks.present("step", step);
    Checks.mailbox("host", host);
    Checks.atLeast("round", round, 1);
    webexMeetingIds = List.copyOf(webexMeetingIds);
    eventIds = List.copyOf(eventIds);
  }
}
