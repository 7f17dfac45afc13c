package dev.convene.webex.steps;

import dev.convene.defaults.sealing.Seal;
import dev.convene.simulation.Plant;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.worker.EndedMeetings;
import dev.convene.worker.StepHandler;
import dev.convene.worker.WaitingSteps;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The steps of webex-service, with what its configuration says where nothing is set. */
public final class WebexSteps {

  private WebexSteps() {}

  public static List<StepHandler<?>> of(
      WebexMeetings webex,
      EndedMeetings ended,
      WaitingSteps waiting,
      Seal seal,
      InstantSource clock,
      Plant plant) {
    StepsProperties properties =
        new StepsProperties(
            plant == Plant.ABSENCE_BELIEVED_AT_ONCE ? Duration.ZERO : Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofHours(24));
    return List.of(
        new CreateMeeting((_, _) -> webex, ended, seal, properties, clock),
        new WithdrawMeeting((_, _) -> webex, ended, properties, clock),
        new DeleteMeeting((_, _) -> webex, ended, waiting, properties, clock));
  }
}
