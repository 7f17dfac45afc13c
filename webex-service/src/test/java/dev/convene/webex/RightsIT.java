package dev.convene.webex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.HandOutServer.Answer;
import dev.convene.worker.surroundings.Topic;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Webex is called with the rights of whoever asked for the meeting, or not at all. */
class RightsIT {

  private static Surroundings surroundings;
  private static ConfigurableApplicationContext service;
  private static Topic topic;
  private static SimulatedWebex webex;

  @BeforeAll
  static void start() {
    surroundings = new Surroundings();
    webex = surroundings.webex;
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
  void allHaveConnected() {
    surroundings.handOut.answers(surroundings::fromWebex);
  }

  @Test
  void aPersonsMeetingIsMadeWithTheirOwnTokenAndASystemsWithTheApplications() {
    ScheduleMeeting bobs = sent(Commands.scheduleBy("bob@contoso.example"));
    ScheduleMeeting systems = sent(Commands.schedule("bob@contoso.example"));

    created(bobs);
    created(systems);
    assertThat(webex.creators(bobs.meetingId())).containsExactly("bob@contoso.example");
    assertThat(webex.creators(systems.meetingId())).containsExactly("application");
    assertThat(webex.live(bobs.meetingId()))
        .singleElement()
        .satisfies(meeting ->
            assertThat(meeting.path("hostEmail").asString()).isEqualTo("bob@contoso.example"));
  }

  @Test
  void withoutAGrantTheMeetingWaitsAndCostsNothingAndGoesOnAfterReconnecting() {
    String mailbox = "reconnects@load.example";
    surroundings.handOut.answers(_ -> Answer.noGrant("needs-reconnecting"));
    ScheduleMeeting command = sent(Commands.scheduleBy(mailbox));

    Topic.Read delayed = delayed(command, "webex.needs-reconnecting");
    assertThat(delayed.json().at("/reason/message").asString()).contains(mailbox, "/accounts");
    assertThat(delayed.json().at("/step/attempts").asInt()).isZero();
    // Longer than until the next attempt, which is not said again.
    ScheduleMeeting later = sent(Commands.schedule("later@load.example"));
    topic.await(1, later.meetingId());

    surroundings.handOut.answers(surroundings::fromWebex);

    assertThat(created(command).json().at("/step/attempts").asInt()).isEqualTo(1);
    assertThat(webex.creators(command.meetingId())).containsExactly(mailbox);
    assertThat(topic.await(1, waitingFor(command, "webex.needs-reconnecting"))).hasSize(1);
  }

  @Test
  void withoutAuthServiceAndATokenMeetingsWaitAndWebexIsNotThoughtToBeDown() {
    surroundings.handOut.answers(_ -> Answer.away(Duration.ofSeconds(1)));
    var commands =
        IntStream.range(0, 30)
            .mapToObj(i -> sent(Commands.scheduleBy("waits-" + i + "@load.example")))
            .toList();
    commands.forEach(command -> delayed(command, "webex.no-token"));
    assertThat(service.getBean(CircuitBreaker.class).getState())
        .isEqualTo(CircuitBreaker.State.CLOSED);

    surroundings.handOut.answers(surroundings::fromWebex);

    commands.forEach(RightsIT::created);
  }

  @Test
  void aTokenThatWebexRefusesEarlyIsReplacedAtOnce() {
    created(sent(Commands.scheduleBy("carol@contoso.example")));
    webex.voidTokens();

    ScheduleMeeting command = sent(Commands.scheduleBy("carol@contoso.example"));

    assertThat(created(command).json().at("/step/attempts").asInt()).isEqualTo(1);
    assertThat(surroundings.handOut.asked())
        .anySatisfy(form -> assertThat(form).containsKey("refused"));
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

  private static ScheduleMeeting sent(ScheduleMeeting command) {
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);
    return command;
  }

  /** A busy machine may have said first that it takes its turn. */
  private static Topic.Read delayed(ScheduleMeeting command, String code) {
    return topic.await(1, waitingFor(command, code)).getFirst();
  }

  private static Predicate<Topic.Read> waitingFor(ScheduleMeeting command, String code) {
    String id = command.meetingId().toString();
    return read ->
        id.equals(read.headers().get("ce_subject"))
            && read.type().equals("step.delayed.v1")
            && read.json().at("/reason/code").asString("").equals(code);
  }

  private static Topic.Read created(ScheduleMeeting command) {
    String id = command.meetingId().toString();
    return topic
        .await(
            1,
            read ->
                read.type().equals("meeting.created.v1")
                    && id.equals(read.headers().get("ce_subject")))
        .getFirst();
  }
}
