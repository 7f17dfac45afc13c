package dev.convene.calendar.invitation;

import dev.convene.defaults.sealing.Seal;
import dev.convene.worker.EndedMeetings;
import dev.convene.worker.StepHandler;
import dev.convene.worker.WaitingSteps;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The steps of calendar-service, with what its configuration says where nothing is set. */
public final class CalendarSteps {

  private CalendarSteps() {}

  public static List<StepHandler<?>> of(
      Invitations invitations,
      EndedMeetings ended,
      WaitingSteps waiting,
      Seal seal,
      InstantSource clock) {
    InvitationConfiguration made = new InvitationConfiguration();
    SendingProperties properties =
        new SendingProperties(Duration.ofHours(24), Duration.ofSeconds(30));
    return List.of(
        made.sendInvitation(seal, (_, _) -> invitations, ended, properties, clock),
        made.cancelInvitation((_, _) -> invitations, ended, waiting, properties, clock));
  }
}
