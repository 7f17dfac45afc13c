package dev.convene.contracts;

import java.util.UUID;

/**
 * The meeting exists at Webex, and nobody has been told: Webex sends no mail for it. Carries all
 * that the invitation needs, so that calendar-service asks nobody.
 *
 * @param webexMeetingId Webex's id of the meeting (of the series, where it repeats)
 */
public record MeetingCreated(
    UUID meetingId,
    int generation,
    Requester requestedBy,
    MeetingDetails details,
    String webexMeetingId,
    JoinDetails join,
    StepRun step)
    implements WebexEvent {

  public MeetingCreated {
    Checks.present("meetingId", meetingId);
    Checks.present("requestedBy", requestedBy);
    Checks.present("details", details);
    Checks.present("join", join);
    Checks.present("step", step);
    Checks.atLeast("generation", generation, 1);
    Checks.notBlank("webexMeetingId", webexMeetingId);
  }

  @Override
  public String host() {
    return details.host();
  }
}
