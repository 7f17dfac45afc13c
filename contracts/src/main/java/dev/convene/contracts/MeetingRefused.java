package dev.convene.contracts;

import java.util.UUID;

/** Webex will not make this meeting; nothing exists on either side. Final. */
public record MeetingRefused(UUID meetingId, String host, Reason reason, StepRun step)
    implements WebexEvent {

  public MeetingRefused {
    Checks.present("meetingId", meetingId);
    Checks.present("reason", reason);
    Checks.present("step", step);
    Checks.mailbox("host", host);
  }
}
