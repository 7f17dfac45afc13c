package dev.convene.calendar;

import static dev.convene.calendar.invitation.Samples.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.MeetingDeleted;
import dev.convene.contracts.Requester;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.Topic;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A meeting is cancelled, whatever its invitation is doing just then. */
class CancelIT {

  private static final int INVITED = 3;
  private static Surroundings surroundings;
  private static ConfigurableApplicationContext service;
  private static Topic topic;
  private static SimulatedMicrosoft microsoft;

  @BeforeAll
  static void start() {
    surroundings = new Surroundings();
    microsoft = new SimulatedMicrosoft(surroundings.simulators.microsoft());
    service = surroundings.startService();
    topic = new Topic(surroundings.servers.brokers(), Topics.CALENDAR_EVENTS);
  }

  @AfterAll
  static void stop() throws Exception {
    topic.close();
    service.close();
    surroundings.close();
  }

  @BeforeEach
  void noFaults() {
    microsoft.noFaults();
  }

  @Test
  void whoeverWasInvitedIsToldOnceHoweverOftenItIsSaid() {
    MeetingCreated meeting = meetingOf("bob@contoso.example");
    send(meeting);
    String eventId = firstOf("invite.sent.v1", meeting).json().path("eventId").asString();

    cancel(meeting, eventId, true, false);
    cancel(meeting, eventId, true, true);

    assertThat(topic.await(3, meeting.meetingId()))
        .extracting(Topic.Read::type)
        .containsExactly("invite.sent.v1", "invite.cancelled.v1", "invite.cancelled.v1");
    assertThat(microsoft.live(meeting.meetingId())).isEmpty();
    assertThat(microsoft.mails(meeting.meetingId(), "cancel"))
        .hasSize(INVITED)
        .allSatisfy(mail -> assertThat(mail.path("comment").asString()).isEqualTo("Sorry"));
  }

  @Test
  void anInvitationThatIsBeingSentIsSentAndThenCancelled() {
    MeetingCreated meeting = meetingOf("slow-to-cancel@load.example");
    microsoft.fault(
        """
        {"kind":"latency","method":"POST","path":"/v1.0/users","delay":"PT1.5S",
         "mailbox":"slow-to-cancel@load.example","times":1}\
        """);
    send(meeting);
    cancel(meeting, null, true, false);

    firstOf("invite.cancelled.v1", meeting);
    assertThat(microsoft.live(meeting.meetingId())).isEmpty();
    assertThat(microsoft.mails(meeting.meetingId(), "invite")).hasSize(INVITED);
    assertThat(microsoft.mails(meeting.meetingId(), "cancel")).hasSize(INVITED);
  }

  @Test
  void anInvitationThatWaitsIsNeverSentNorByACopy() {
    MeetingCreated meeting = meetingOf("cancelled-while-parked@load.example");
    microsoft.fault(
        """
        {"kind":"throttle","method":"POST","path":"/v1.0/users",
         "mailbox":"cancelled-while-parked@load.example","headers":{"Retry-After":"3600"}}\
        """);
    send(meeting);
    firstOf("step.delayed.v1", meeting);
    microsoft.noFaults();

    cancel(meeting, null, true, false);
    assertThat(firstOf("invite.cancelled.v1", meeting).json().path("eventWasThere").asBoolean())
        .isFalse();
    assertThat(
            surroundings.servers.ask(
                "select count(*) from scheduled_tasks where task_instance = '"
                    + meeting.meetingId()
                    + "'"))
        .isEqualTo("0");
    topic.send(Topics.WEBEX_EVENTS, meeting, true);
    assertThat(firstOf("invite.failed.v1", meeting).json().at("/reason/code").asString())
        .isEqualTo("calendar.meeting-ended");
    assertThat(microsoft.mails(meeting.meetingId(), "invite")).isEmpty();
  }

  @Test
  void anInvitationWhoseAnswerWasLostIsFoundAndCancelled() {
    MeetingCreated meeting = meetingOf("lost-and-cancelled@load.example");
    microsoft.fault(
        """
        {"kind":"drop-after","method":"POST","path":"/v1.0/users",
         "mailbox":"lost-and-cancelled@load.example","times":1}\
        """);
    send(meeting);
    cancel(meeting, null, true, false);

    firstOf("invite.cancelled.v1", meeting);
    assertThat(microsoft.live(meeting.meetingId())).isEmpty();
    assertThat(microsoft.mails(meeting.meetingId(), "cancel")).hasSize(INVITED);
  }

  @Test
  void aCancellationWhoseAnswerWasLostIsMailedOnce() {
    MeetingCreated meeting = meetingOf("cancel-lost@load.example");
    send(meeting);
    String eventId = firstOf("invite.sent.v1", meeting).json().path("eventId").asString();
    microsoft.fault(
        """
        {"kind":"drop-after","method":"POST","path":"/v1.0/users",
         "mailbox":"cancel-lost@load.example","times":1}\
        """);
    cancel(meeting, eventId, true, false);

    firstOf("invite.cancelled.v1", meeting);
    assertThat(microsoft.mails(meeting.meetingId(), "cancel")).hasSize(INVITED);
  }

  @Test
  void whereThereNeverWasAMeetingMicrosoftIsNotAsked() {
    MeetingCreated meeting = meetingOf("never-made@load.example");
    cancel(meeting, null, false, false);

    firstOf("invite.cancelled.v1", meeting);
    assertThat(microsoft.calls("GET", "never-made@load.example")).isEmpty();
    assertThat(microsoft.calls("POST", "never-made@load.example")).isEmpty();
  }

  private static MeetingCreated meetingOf(String host) {
    return aMeeting().withId(UUID.randomUUID()).hostedBy(host).created();
  }

  private static void send(MeetingCreated meeting) {
    topic.send(Topics.WEBEX_EVENTS, meeting, false);
  }

  private static void cancel(
      MeetingCreated meeting, @Nullable String eventId, boolean made, boolean resent) {
    Instant now = Instant.now();
    MeetingDeleted deleted =
        new MeetingDeleted(
            meeting.meetingId(),
            meeting.host(),
            new Requester("test", null),
            meeting.requestedBy(),
            "Sorry",
            eventId,
            made,
            new StepRun(Step.DELETE_MEETING, now, now, 1));
    topic.send(Topics.WEBEX_EVENTS, deleted, resent);
  }

  private static Topic.Read firstOf(String type, MeetingCreated meeting) {
    String id = meeting.meetingId().toString();
    return topic
        .await(1, read -> read.type().equals(type) && id.equals(read.headers().get("ce_subject")))
        .getFirst();
  }
}
