package dev.convene.webex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.Topic;
import org.junit.jupiter.api.Test;

/** A host's day does not begin anew when its partition comes to another process. */
class QuotaIT {

  private static final String LIMIT = "--convene.webex.quota.meetings-per-day=5";

  @Test
  void whatOneProcessCreatedCountsForTheNext() throws Exception {
    try (Surroundings surroundings = new Surroundings();
        Topic topic = new Topic(surroundings.servers.brokers(), Topics.WEBEX_EVENTS)) {
      SimulatedWebex webex = new SimulatedWebex(surroundings.simulators.webex());
      try (var _ = surroundings.startService(LIMIT)) {
        for (int i = 0; i < 5; i++) {
          assertThat(outcomeOf(schedule(topic), topic)).isEqualTo("meeting.created.v1");
        }
      }
      int creations = webex.requests("POST", "/v1/meetings");

      try (var _ = surroundings.startService(LIMIT)) {
        ScheduleMeeting sixth = schedule(topic);
        assertThat(outcomeOf(sixth, topic)).isEqualTo("step.delayed.v1");
        assertThat(
                topic.await(1, sixth.meetingId()).getFirst().json().at("/reason/code").asString())
            .isEqualTo("webex.day-quota");
      }
      assertThat(webex.requests("POST", "/v1/meetings")).isEqualTo(creations);
    }
  }

  private static ScheduleMeeting schedule(Topic topic) {
    ScheduleMeeting command = Commands.schedule("bob@contoso.example");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);
    return command;
  }

  private static String outcomeOf(ScheduleMeeting command, Topic topic) {
    return topic.await(1, command.meetingId()).getFirst().type();
  }
}
