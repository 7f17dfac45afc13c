package dev.convene.calendar.invitation;

import dev.convene.defaults.sealing.Seal;
import dev.convene.worker.EndedMeetings;
import dev.convene.worker.WaitingSteps;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the steps together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SendingProperties.class)
class InvitationConfiguration {

  @Bean
  SendInvitation sendInvitation(
      Seal seal,
      Invitations invitations,
      EndedMeetings ended,
      SendingProperties properties,
      InstantSource clock) {
    return new SendInvitation(
        new Composer(seal), invitations, recordedIn(ended), properties, clock);
  }

  @Bean
  CancelInvitation cancelInvitation(
      Invitations invitations,
      EndedMeetings ended,
      WaitingSteps waiting,
      SendingProperties properties,
      InstantSource clock) {
    return new CancelInvitation(invitations, recordedIn(ended), waiting, properties, clock);
  }

  @Bean
  CheckInOutlook checkInOutlook(Invitations invitations, EndedMeetings ended, InstantSource clock) {
    return new CheckInOutlook(invitations, recordedIn(ended), clock);
  }

  private static WithdrawnMeetings recordedIn(EndedMeetings ended) {
    return new WithdrawnMeetings() {
      @Override
      public boolean contains(UUID meetingId) {
        return ended.contains(meetingId);
      }

      @Override
      public void add(UUID meetingId) {
        ended.add(meetingId);
      }
    };
  }
}
