package dev.convene.calendar.invitation;

import dev.convene.defaults.sealing.Seal;
import dev.convene.worker.EndedMeetings;
import dev.convene.worker.StepHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The step of calendar-service, with what its configuration says where nothing is set. */
public final class CalendarSteps {

  private CalendarSteps() {}

  public static List<StepHandler<?>> of(
      Invitations invitations, EndedMeetings ended, Seal seal, InstantSource clock) {
    return List.of(
        new InvitationConfiguration()
            .sendInvitation(
                seal,
                invitations,
                ended,
                new SendingProperties(Duration.ofHours(24), Duration.ofSeconds(30)),
                clock));
  }
}
