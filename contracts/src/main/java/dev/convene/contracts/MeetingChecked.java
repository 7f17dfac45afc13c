package dev.convene.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What Webex holds for a meeting, after what was safe to repair was repaired. calendar-service
 * answers by looking into the calendar.
 *
 * @param requestedBy who asked for the meeting, with whose rights both sides are looked at
 * @param round of the {@link CheckMeeting} that asked for it
 * @param validUntil after this the meeting may stand differently, and nothing is done any more
 * @param live Webex's ids of the meetings that exist and bear our mark
 * @param deleted Webex's ids of those that this check deleted; nobody was invited to them
 */
public record MeetingChecked(
    UUID meetingId,
    String host,
    Requester requestedBy,
    int round,
    Expectation expected,
    Instant validUntil,
    List<String> live,
    List<String> deleted,
    StepRun step)
    implements WebexEvent {

  public MeetingChecked {
    Checks.present("meetingId", meetingId);
    Checks.present("requestedBy", requestedBy);
    Checks.present("expected", expected);
    Checks.present("validUntil", validUntil);
    Checks.present("live", live);
    Checks.present("deleted", deleted);
    Checks.present("step", step);
    Checks.mailbox("host", host);
    Checks.atLeast("round", round, 1);
    live = List.copyOf(live);
    deleted = List.copyOf(deleted);
  }
}
