package dev.convene.webex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.CheckMeeting;
import dev.convene.contracts.Expectation;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.Topic;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What races have left at Webex all the same is put right afterwards. */
class CheckIT {

  private static Surroundings surroundings;
  private static ConfigurableApplicationContext service;
  private static Topic topic;
  private static SimulatedWebex webex;

  @BeforeAll
  static void start() {
    surroundings = new Surroundings();
    webex = new SimulatedWebex(surroundings.simulators.webex());
    service = surroundings.startService();
    topic = new Topic(surroundings.servers.brokers(), Topics.WEBEX_EVENTS);
  }

  @AfterAll
  static void stop() throws Exception {
    topic.close();
    service.close();
    surroundings.close();
  }

  @Test
  void ofTwoMeetingsMadeForOneTheOneThatTheTimelineDoesNotNameIsDeleted() {
    ScheduleMeeting command = Commands.schedule("bob@contoso.example");
    // Longer than Webex says: so the copy finds nothing, and makes a second one.
    webex.settings("{\"visibilityDelay\":\"PT1H\"}");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);
    String first = created(command, 1);
    topic.send(Topics.SCHEDULING_COMMANDS, command, true);
    String second = created(command, 2);
    assertThat(webex.live(command.meetingId())).hasSize(2);
    webex.settings("{\"visibilityDelay\":null}");

    JsonNode checked = check(command, Expectation.BOTH, first);

    assertThat(checked.path("deleted").valueStream().map(JsonNode::stringValue))
        .containsExactly(second);
    assertThat(webex.live(command.meetingId()))
        .extracting(meeting -> meeting.path("id").stringValue())
        .containsExactly(first);
    assertThat(webex.mails()).isEmpty();
  }

  @Test
  void whatAFailedRequestLeftIsDeletedAndNoLateCopyMakesItAgain() {
    ScheduleMeeting command = Commands.schedule("carol@contoso.example");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);
    created(command, 1);

    assertThat(check(command, Expectation.NONE, null).path("live")).isEmpty();

    topic.send(Topics.SCHEDULING_COMMANDS, command, true);
    ScheduleMeeting next = Commands.schedule("carol@contoso.example");
    topic.send(Topics.SCHEDULING_COMMANDS, next, false);
    created(next, 1);
    assertThat(webex.live(command.meetingId())).isEmpty();
  }

  private static String created(ScheduleMeeting command, int nth) {
    List<Topic.Read> created =
        topic.await(
            nth,
            read ->
                read.type().equals("meeting.created.v1")
                    && command.meetingId().toString().equals(read.headers().get("ce_subject")));
    return created.get(nth - 1).json().path("webexMeetingId").stringValue();
  }

  private static JsonNode check(ScheduleMeeting command, Expectation expected, String named) {
    ZonedDateTime start = command.details().start().atZone(command.details().timeZone());
    topic.send(
        Topics.SCHEDULING_COMMANDS,
        new CheckMeeting(
            command.meetingId(),
            command.host(),
            command.requestedBy(),
            1,
            expected,
            Instant.now().plusSeconds(60),
            start.toInstant(),
            start.plusHours(1).toInstant(),
            named),
        false);
    return topic
        .await(
            1,
            read ->
                read.type().equals("meeting.checked.v1")
                    && command.meetingId().toString().equals(read.headers().get("ce_subject")))
        .getFirst()
        .json();
  }
}
