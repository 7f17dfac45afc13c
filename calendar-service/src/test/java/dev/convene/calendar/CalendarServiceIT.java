package dev.convene.calendar;

import static dev.convene.calendar.invitation.Samples.aMeeting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.AbandonStep;
import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.contracts.Expectation;
import dev.convene.contracts.MeetingChecked;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class CalendarServiceIT {

  private static Surroundings surroundings;
  private static ConfigurableApplicationContext service;
  private static Topic topic;
  private static SimulatedMicrosoft microsoft;

  @BeforeAll
  static void start() {
    surroundings = new Surroundings();
    microsoft = new SimulatedMicrosoft(surroundings.simulators.microsoft());
    service = surroundings.startService();
    topic =
        new Topic(
            surroundings.servers.brokers(),
            Topics.CALENDAR_EVENTS,
            Topics.deadLetter(Topics.WEBEX_EVENTS, "calendar-service"));
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

  @AfterEach
  void nothingWasBlankOrTwice() {
    assertThat(microsoft.audit().path("startlessCreates").asInt()).isZero();
    assertThat(microsoft.duplicates()).isEmpty();
  }

  private static MeetingCreated meetingOf(String host) {
    return aMeeting().withId(UUID.randomUUID()).hostedBy(host).created();
  }

  private static void send(MeetingCreated meeting) {
    topic.send(Topics.WEBEX_EVENTS, meeting, false);
  }

  private static Topic.Read firstOf(String type, MeetingCreated meeting) {
    String id = meeting.meetingId().toString();
    return topic
        .await(1, read -> read.type().equals(type) && id.equals(read.headers().get("ce_subject")))
        .getFirst();
  }

  @Test
  void aMeetingBecomesOneInvitation() {
    MeetingCreated meeting = meetingOf("bob@contoso.example");
    send(meeting);

    Topic.Read sent = firstOf("invite.sent.v1", meeting);
    assertThat(microsoft.live(meeting.meetingId()))
        .singleElement()
        .satisfies(event -> {
          assertThat(sent.json().path("eventId").asString())
              .isEqualTo(event.path("immutableId").asString());
          assertThat(event.path("startTimeZone").asString()).isEqualTo("W. Europe Standard Time");
        });
    assertThat(microsoft.mails(meeting.meetingId(), "invite")).hasSize(3);
    assertThat(sent.json().path("step").path("name").asString()).isEqualTo("send-invitation");
    assertThat(sent.json().path("step").path("attempts").asInt()).isEqualTo(1);
    assertThat(sent.body()).doesNotContain("Xk7mPq2RtW9");
  }

  @Test
  void theSameMeetingTwiceIsOneInvitationAndOneFact() {
    MeetingCreated meeting = meetingOf("bob@contoso.example");
    send(meeting);
    send(meeting);

    List<Topic.Read> events = topic.await(2, meeting.meetingId());
    assertThat(events).extracting(Topic.Read::type).containsOnly("invite.sent.v1");
    assertThat(events.get(0).headers().get("ce_id"))
        .isEqualTo(events.get(1).headers().get("ce_id"));
    assertThat(microsoft.live(meeting.meetingId())).hasSize(1);
    assertThat(microsoft.mails(meeting.meetingId(), "invite")).hasSize(3);
  }

  @Test
  void anAnswerThatWasLostIsOneInvitation() {
    MeetingCreated meeting = meetingOf("carol@contoso.example");
    microsoft.fault(
        """
        {"kind":"drop-after","method":"POST","path":"/v1.0/users",
         "mailbox":"carol@contoso.example","times":1}\
        """);
    send(meeting);

    Topic.Read sent = firstOf("invite.sent.v1", meeting);
    assertThat(sent.json().path("step").path("attempts").asInt()).isEqualTo(2);
    assertThat(microsoft.live(meeting.meetingId())).hasSize(1);
  }

  @Test
  void whatAnOperatorAbandonsWhileItWaitsFailsAndNobodyIsInvited() {
    MeetingCreated meeting = meetingOf("abandoned@load.example");
    microsoft.fault(
        """
        {"kind":"throttle","method":"POST","path":"/v1.0/users","mailbox":"abandoned@load.example",
         "headers":{"Retry-After":"3600"}}\
        """);
    send(meeting);
    firstOf("step.delayed.v1", meeting);
    microsoft.noFaults();

    topic.send(
        Topics.OPERATIONS_COMMANDS,
        new AbandonStep(meeting.meetingId(), meeting.host(), "The host plans anew.", false, 1),
        false);

    Topic.Read failed = firstOf("invite.failed.v1", meeting);
    assertThat(failed.json().at("/reason/code").asString()).isEqualTo("operations.abandoned");
    assertThat(microsoft.live(meeting.meetingId())).isEmpty();
    assertThat(microsoft.mails(meeting.meetingId(), "invite")).isEmpty();
  }

  @Test
  void whatMustWaitIsParkedAndAnnouncedAndThenSent() {
    MeetingCreated meeting = meetingOf("dave@contoso.example");
    microsoft.fault(
        """
        {"kind":"throttle","method":"POST","path":"/v1.0/users","mailbox":"dave@contoso.example",
         "times":1,"headers":{"Retry-After":"3"}}\
        """);
    send(meeting);

    List<Topic.Read> events = topic.await(2, meeting.meetingId());
    assertThat(events)
        .extracting(Topic.Read::type)
        .containsExactly("step.delayed.v1", "invite.sent.v1");
    assertThat(events.getFirst().json().path("reason").path("code").asString())
        .isEqualTo("graph.throttled");
    assertThat(microsoft.live(meeting.meetingId())).hasSize(1);
  }

  @Test
  void aHostWithoutAMailboxFailsWithAReasonToActOn() {
    MeetingCreated meeting = meetingOf("guest@contoso.example");
    send(meeting);

    Topic.Read failed = firstOf("invite.failed.v1", meeting);
    assertThat(failed.json().path("reason").path("code").asString())
        .isEqualTo("graph.mailbox-not-enabled");
    assertThat(failed.json().path("reason").path("vendorTraceId").asString()).isNotBlank();
    assertThat(failed.json().path("webexMeetingId").asString()).isEqualTo(meeting.webexMeetingId());
  }

  @Test
  void aRefusedAttendeeLeavesNothingInTheCalendarAndALateCopyInvitesNobody() {
    MeetingCreated meeting =
        aMeeting()
            .withId(UUID.randomUUID())
            .inviting(new Attendee("no..body@contoso.example", null, AttendeeType.REQUIRED))
            .created();
    send(meeting);
    assertThat(firstOf("invite.failed.v1", meeting).json().path("reason").path("code").asString())
        .isEqualTo("graph.invalid-recipient");

    topic.send(Topics.WEBEX_EVENTS, meeting, true);
    Topic.Read again = topic.await(2, meeting.meetingId()).get(1);
    assertThat(again.json().path("reason").path("code").asString())
        .isEqualTo("calendar.meeting-ended");
    assertThat(microsoft.live(meeting.meetingId())).isEmpty();
  }

  @Test
  void aCheckSaysWhatTheCalendarHoldsAndTakesBackWhatNeverArrived() {
    MeetingCreated sent = meetingOf("bob@contoso.example");
    send(sent);
    String eventId = firstOf("invite.sent.v1", sent).json().path("eventId").asString();
    MeetingCreated neverSent = meetingOf("bob@contoso.example");

    topic.send(Topics.WEBEX_EVENTS, checked(sent, Expectation.BOTH), false);
    topic.send(Topics.WEBEX_EVENTS, checked(neverSent, Expectation.UNSURE), false);

    assertThat(
            firstOf("invitation.checked.v1", sent)
                .json()
                .path("eventIds")
                .valueStream()
                .map(JsonNode::asString))
        .containsExactly(eventId);
    assertThat(firstOf("invite.failed.v1", neverSent).json().at("/reason/code").asString())
        .isEqualTo("calendar.never-arrived");
    assertThat(firstOf("invitation.checked.v1", neverSent).json().path("eventIds")).isEmpty();
    assertThat(microsoft.mails(sent.meetingId(), "cancel")).isEmpty();
  }

  private static MeetingChecked checked(MeetingCreated meeting, Expectation expected) {
    Instant now = Instant.now();
    return new MeetingChecked(
        meeting.meetingId(),
        meeting.host(),
        meeting.requestedBy(),
        1,
        expected,
        now.plusSeconds(60),
        List.of(meeting.webexMeetingId()),
        List.of(),
        new StepRun(Step.CHECK_MEETING, now, now, 1));
  }

  @Test
  void whatCannotBeReadIsADeadLetterAndTheNextMeetingIsHandled() {
    MeetingCreated meeting = meetingOf("bob@contoso.example");
    Map<String, String> headers =
        new HashMap<>(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "1",
                "ce_source", "/test",
                "ce_subject", "x",
                "ce_time", "2026-11-23T10:00:00Z",
                "ce_type", "meeting.created.v1"));
    byte[] garbage = "{\"meetingId\":".getBytes(UTF_8);
    topic.send(Topics.WEBEX_EVENTS, meeting.host(), headers, garbage);
    headers.put("ce_type", "meeting.created.v9");
    topic.send(Topics.WEBEX_EVENTS, meeting.host(), headers, garbage);
    headers.put("ce_type", "coffee.brewed.v1");
    topic.send(Topics.WEBEX_EVENTS, meeting.host(), headers, garbage);
    send(meeting);

    firstOf("invite.sent.v1", meeting);
    assertThat(topic.await(3, read -> read.topic().endsWith("dead-letter")))
        .extracting(letter -> letter.headers().get("dead-letter-problem"))
        .containsExactlyInAnyOrder("body", "unknown-version", "unknown-type");
  }

  @Test
  void whileGraphIsDownMeetingsWaitAndThenAllAreInvitedOnce() throws Exception {
    microsoft.fault("{\"kind\":\"html-503\",\"path\":\"/v1.0\"}");
    List<MeetingCreated> meetings =
        IntStream.range(0, 60).mapToObj(i -> meetingOf("host" + i + "@load.example")).toList();
    meetings.subList(0, 30).forEach(CalendarServiceIT::send);
    BindingsLifecycleController bindings = service.getBean(BindingsLifecycleController.class);
    await().until(() -> bindings.queryState("steps-in-0").getFirst().isPaused());
    assertThat(prometheus())
        .contains("resilience4j_circuitbreaker_state{")
        .contains("graph_calls_seconds_count{");
    meetings.subList(30, 60).forEach(CalendarServiceIT::send);

    microsoft.noFaults();
    for (MeetingCreated meeting : meetings) {
      firstOf("invite.sent.v1", meeting);
      assertThat(microsoft.live(meeting.meetingId())).hasSize(1);
    }
  }

  private static String prometheus() throws Exception {
    String port = service.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/prometheus"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
