package dev.convene.calendar;

import static dev.convene.calendar.invitation.Samples.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.HandOutServer.Answer;
import dev.convene.worker.surroundings.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Calendars are written to with the rights of whoever asked for the meeting, or not at all. */
class RightsIT {

  private static Surroundings surroundings;
  private static ConfigurableApplicationContext service;
  private static Topic topic;
  private static SimulatedMicrosoft microsoft;

  @BeforeAll
  static void start() {
    surroundings = new Surroundings();
    microsoft = surroundings.microsoft;
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
  void allHaveConnected() {
    surroundings.handOut.answers(surroundings::fromMicrosoft);
  }

  @Test
  void aPersonsInvitationIsSentWithTheirOwnToken() {
    MeetingCreated meeting = delegatedBy("bob@contoso.example");
    send(meeting);

    firstOf("invite.sent.v1", meeting);
    assertThat(microsoft.calls("POST", "bob@contoso.example"))
        .filteredOn(call -> call.path("tag").asString("").contains(meeting.meetingId().toString()))
        .extracting(call -> call.path("caller").asString(""))
        .containsExactly("bob@contoso.example");
  }

  @Test
  void withoutAGrantTheInvitationWaitsAndIsSentAfterReconnecting() {
    MeetingCreated meeting = delegatedBy("reconnects@load.example");
    surroundings.handOut.answers(_ -> Answer.noGrant("needs-reconnecting"));
    send(meeting);
    String id = meeting.meetingId().toString();
    topic.await(
        1,
        read ->
            id.equals(read.headers().get("ce_subject"))
                && read.json()
                    .at("/reason/code")
                    .asString("")
                    .equals("microsoft.needs-reconnecting"));
    assertThat(microsoft.calls("POST", "reconnects@load.example")).isEmpty();

    surroundings.handOut.answers(surroundings::fromMicrosoft);

    firstOf("invite.sent.v1", meeting);
    assertThat(microsoft.live(meeting.meetingId())).hasSize(1);
  }

  private static MeetingCreated delegatedBy(String mailbox) {
    return aMeeting()
        .withId(UUID.randomUUID())
        .requestedBy(new Requester(mailbox, "portal", mailbox, RequestMode.DELEGATED))
        .hostedBy(mailbox)
        .created();
  }

  @ParameterizedTest
  @CsvSource({
    "/actuator/health, 200",
    "/actuator/health/readiness, 200",
    "/actuator/prometheus, 200",
    "/actuator/info, 404",
    "/actuator/env, 404",
    "/actuator/heapdump, 404",
    "/internal, 404",
    "/, 404"
  })
  void nothingButHealthAndMetricsIsThere(String path, int status) throws Exception {
    URI url =
        URI.create(
            "http://localhost:"
                + service.getEnvironment().getRequiredProperty("local.server.port")
                + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).doesNotContain("components");
    }
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
}
