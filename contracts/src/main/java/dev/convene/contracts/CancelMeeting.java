package dev.convene.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Take the meeting back on both sides, however far it has got. It comes after {@link
 * ScheduleMeeting} in the partition: the gateway holds it back until it is certain that no first
 * copy of that can come any more.
 *
 * @param requestedBy who wants it cancelled, which need be neither the host nor who asked for it
 * @param scheduledBy who asked for the meeting, with whose rights it is taken back
 * @param askedAt when the gateway took the request
 * @param note to the attendees, in plain text; 1 to 400 characters
 * @param start when the meeting starts
 * @param end when the meeting ends
 * @param webexMeetingIds the meetings at Webex that are known of; none where it is not known
 *     whether one was made
 * @param eventId Graph's id of the event, where it is known that there is one
 */
public record CancelMeeting(
    UUID meetingId,
    String host,
    Requester requestedBy,
    Requester scheduledBy,
    Instant askedAt,
    @Nullable String note,
    Instant start,
    Instant end,
    List<String> webexMeetingIds,
    @Nullable String eventId)
    implements SchedulingCommand {

  public CancelMeeting {
    Checks.present("meetingId", meetingId);
    Checks.present("requestedBy", requestedBy);
    Checks.present("scheduledBy", scheduledBy);
    Checks.present("askedAt", askedAt);
    Checks.present("start", start);
    Checks.present("end", end);
    Checks.present("webexMeetingIds", webexMeetingIds);
    Checks.mailbox("host", host);
    note = Checks.blankAsAbsent(note);
    webexMeetingIds = List.copyOf(webexMeetingIds);
    eventId = Checks.blankAsAbsent(eventId);
  }
}
