package dev.convene.webex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.AbandonStep;
import dev.convene.contracts.CancelMeeting;
import dev.convene.contracts.RetryStep;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.Topic;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A meeting is cancelled, whatever its creation is doing just then. */
class CancelIT {

  private static Surroundings surroundings;
  private static ConfigurableApplicationContext service;
  private static Topic topic;
  private static SimulatedWebex webex;

  @BeforeAll
  static void start() {
    surroundings = new Surroundings();
    webex = new SimulatedWebex(surroundings.simulators.webex());
    webex.settings("{\"meetingsPerHostAndDay\":0,\"callsPerMinute\":0}");
    service = surroundings.startService();
    topic = new Topic(surroundings.servers.brokers(), Topics.WEBEX_EVENTS);
  }

  @AfterAll
  static void stop() throws Exception {
    topic.close();
    service.close();
    surroundings.close();
  }

  @BeforeEach
  void noFaults() {
    webex.noFaults();
  }

  @Test
  void aMeetingThatIsKnownIsDeletedAndNoCopyOfAnyCommandMakesItAgain() {
    ScheduleMeeting command = Commands.schedule("bob@contoso.example");
    send(command, false);
    String id = firstOf("meeting.created.v1", command).json().path("webexMeetingId").asString();

    send(cancel(command, id), false);
    Topic.Read deleted = firstOf("meeting.deleted.v1", command);
    assertThat(deleted.json().path("note").asString()).isEqualTo("Sorry");
    assertThat(deleted.json().path("eventId").asString()).isEqualTo("event-1");
    assertThat(deleted.json().at("/requestedBy/subject").asString()).isEqualTo("test");
    assertThat(webex.live(command.meetingId())).isEmpty();
    assertThat(webex.requests("DELETE", "/v1/meetings/" + id)).isEqualTo(1);

    send(command, true);
    assertThat(firstOf("meeting.refused.v1", command).json().at("/reason/code").asString())
        .isEqualTo("webex.meeting-ended");
    send(cancel(command, id), true);
    assertThat(topic.await(2, about("meeting.deleted.v1", command))).hasSize(2);
    assertThat(webex.live(command.meetingId())).isEmpty();
  }

  @Test
  void whatIsBeingMadeIsMadeAndThenDeleted() {
    ScheduleMeeting command = Commands.schedule("slow-to-make@load.example");
    webex.fault(
        """
        {"kind":"latency","method":"POST","path":"/v1/meetings","delay":"PT0.3S",
         "mailbox":"slow-to-make@load.example","times":1}\
        """);
    send(command, false);
    send(cancel(command), false);

    assertThat(firstOf("meeting.deleted.v1", command).json().path("made").asBoolean()).isTrue();
    assertThat(webex.live(command.meetingId())).isEmpty();
  }

  @Test
  void whatWaitsIsAbandonedAtOnce() {
    ScheduleMeeting command = parked("cancelled-while-parked@load.example");
    webex.noFaults();

    send(cancel(command), false);
    assertThat(firstOf("meeting.deleted.v1", command).json().path("made").asBoolean()).isFalse();
    assertThat(tasksOf(command)).isEqualTo("0");
    assertThat(webex.live(command.meetingId())).isEmpty();
  }

  @Test
  void whatAnOperatorWantedOfWhatWaitedIsForgottenWithIt() {
    ScheduleMeeting command = parked("wished-for@load.example");
    topic.send(
        Topics.OPERATIONS_COMMANDS, new RetryStep(command.meetingId(), command.host(), 1), false);
    send(cancel(command), false);

    firstOf("meeting.deleted.v1", command);
    assertThat(tasksOf(command)).isEqualTo("0");
    assertThat(
            surroundings.ask(
                "select count(*) from operator_wish where meeting_id = '"
                    + command.meetingId()
                    + "'"))
        .isEqualTo("0");
  }

  @Test
  void aMeetingWhoseAnswerWasLostIsFoundAndDeleted() {
    ScheduleMeeting command = Commands.schedule("lost-and-cancelled@load.example");
    webex.fault(
        """
        {"kind":"drop-after","method":"POST","path":"/v1/meetings",
         "mailbox":"lost-and-cancelled@load.example","times":1}\
        """);
    send(command, false);
    send(cancel(command), false);

    firstOf("meeting.deleted.v1", command);
    assertThat(webex.live(command.meetingId())).isEmpty();
  }

  @Test
  void whatWebexWillNotDeleteIsFinishedByHandAndTheRestGoesOn() {
    ScheduleMeeting command = Commands.schedule("stuck@load.example");
    send(command, false);
    String id = firstOf("meeting.created.v1", command).json().path("webexMeetingId").asString();
    webex.fault(
        """
        {"kind":"status-before","status":403,"method":"DELETE","path":"/v1/meetings",
         "mailbox":"stuck@load.example"}\
        """);
    send(cancel(command, id), false);
    Topic.Read needed = firstOf("attention.needed.v1", command);
    assertThat(needed.json().path("leftover").asString()).isEqualTo(id);

    topic.send(
        Topics.OPERATIONS_COMMANDS,
        new AbandonStep(command.meetingId(), command.host(), "Deleted by hand.", true, 2),
        false);
    firstOf("meeting.deleted.v1", command);
  }

  private static ScheduleMeeting parked(String host) {
    ScheduleMeeting command = Commands.schedule(host);
    webex.fault(
        """
        {"kind":"throttle","method":"POST","path":"/v1/meetings","mailbox":"%s",
         "headers":{"Retry-After":"3600"}}\
        """
            .formatted(host));
    send(command, false);
    firstOf("step.delayed.v1", command);
    return command;
  }

  private static String tasksOf(ScheduleMeeting command) {
    return surroundings.ask(
        "select count(*) from scheduled_tasks where task_instance = '" + command.meetingId() + "'");
  }

  private static void send(dev.convene.contracts.SchedulingCommand command, boolean resent) {
    topic.send(Topics.SCHEDULING_COMMANDS, command, resent);
  }

  private static CancelMeeting cancel(ScheduleMeeting command, String... ids) {
    return new CancelMeeting(
        command.meetingId(),
        command.host(),
        command.requestedBy(),
        command.requestedBy(),
        Instant.now(),
        "Sorry",
        instant(command, command.details().start()),
        instant(command, command.details().end()),
        List.of(ids),
        "event-1");
  }

  private static Instant instant(ScheduleMeeting command, LocalDateTime local) {
    return local.atZone(command.details().timeZone()).toInstant();
  }

  private static java.util.function.Predicate<Topic.Read> about(
      String type, ScheduleMeeting command) {
    String id = command.meetingId().toString();
    return read -> read.type().equals(type) && id.equals(read.headers().get("ce_subject"));
  }

  private static Topic.Read firstOf(String type, ScheduleMeeting command) {
    return topic.await(1, about(type, command)).getFirst();
  }
}
