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
      Outlook outlook,
      EndedMeetings ended,
      SendingProperties properties,
      InstantSource clock) {
    return new SendInvitation(new Composer(seal), outlook, recordedIn(ended), properties, clock);
  }

  @Bean
  CancelInvitation cancelInvitation(
      Outlook outlook,
      EndedMeetings ended,
      WaitingSteps waiting,
      SendingProperties properties,
      InstantSource clock) {
    return new CancelInvitation(outlook, recordedIn(ended), waiting, properties, clock);
  }

  @Bean
  CheckInOutlook checkInOutlook(Outlook outlook, EndedMeetings ended, InstantSource clock) {
    return new CheckInOutlook(outlook, recordedIn(ended), clock);
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
