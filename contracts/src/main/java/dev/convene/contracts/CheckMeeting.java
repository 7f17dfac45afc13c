package dev.convene.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compare what both sides hold for a meeting that has ended with what the timeline says, repair
 * what is safe to repair, and say what was found.
 *
 * @param requestedBy who asked for the meeting, with whose rights both sides are looked at
 * @param round 1 for the first check of this meeting
 * @param validUntil after this the meeting may stand differently, and nothing is done any more
 * @param start when the meeting starts, the first time where it repeats
 * @param end when the meeting ends, the last time where it repeats; of a series without an end, the
 *     last time within five years
 * @param webexMeetingId the Webex meeting that the timeline names: the one that the invitation
 *     leads to, or that was left over; absent where it names none, or several
 */
public record CheckMeeting(
    UUID meetingId,
    String host,
    Requester requestedBy,
    int round,
    Expectation expected,
    Instant validUntil,
    Instant start,
    Instant end,
    @Nullable String webexMeetingId)
    implements SchedulingCommand {

  public CheckMeeting {
    Checks.present("meetingId", meetingId);
    Checks.present("requestedBy", requestedBy);
    Checks.present("expected", expected);
    Checks.present("validUntil", validUntil);
    Checks.present("start", start);
    Checks.present("end", end);
    Checks.mailbox("host", host);
    Checks.atLeast("round", round, 1);
    webexMeetingId = Checks.blankAsAbsent(webexMeetingId);
  }
}
