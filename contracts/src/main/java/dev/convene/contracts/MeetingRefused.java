package dev.convene.contracts;

import java.util.UUID;

/** Webex will not make this meeting; nothing exists on either side. Final. */
public record MeetingRefused(UUID meetingId, String host, Reason reason, StepRun step)
    implements WebexEvent {

  /**
   * The code of the reason where the request had ended before: it says nothing of how, and what is
   * being cancelled may still be there.
   */
  public static final String ENDED_BEFORE = "webex.meeting-ended";

  public MeetingRefused {
    Checks.present("meetingId", meetingId);
    Checks.present("reason", reason);
    Checks.present("step", step);
    Checks.mailbox("host", host);
  }
}
