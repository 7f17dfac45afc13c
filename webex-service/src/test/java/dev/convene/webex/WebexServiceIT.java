package dev.convene.webex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.InviteFailed;
import dev.convene.contracts.Reason;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.contracts.Topics;
import dev.convene.defaults.sealing.Seal;
import dev.convene.webex.calls.Api;
import dev.convene.worker.surroundings.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole service, with each of the two adapters. */
@ParameterizedClass(name = "{0}")
@EnumSource(Api.class)
class WebexServiceIT {

  private static Surroundings surroundings;
  private static ConfigurableApplicationContext service;
  private static Topic topic;
  private static SimulatedWebex webex;

  private final Api api;

  WebexServiceIT(Api api) {
    this.api = api;
  }

  @BeforeParameterizedClassInvocation
  static void start(Api api) {
    surroundings = new Surroundings();
    webex = new SimulatedWebex(surroundings.simulators.webex());
    webex.settings("{\"meetingsPerHostAndDay\":0,\"callsPerMinute\":0}");
    service = surroundings.startService(api);
    topic =
        new Topic(
            surroundings.servers.brokers(),
            Topics.WEBEX_EVENTS,
            Topics.deadLetter(Topics.SCHEDULING_COMMANDS, "webex-service"));
  }

  @AfterParameterizedClassInvocation
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
  void aCommandBecomesOneMeetingThatNobodyIsMailedAbout() {
    ScheduleMeeting command = Commands.schedule("bob@contoso.example");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    Topic.Read event = topic.await(1, command.meetingId()).getFirst();
    assertThat(event.type()).isEqualTo("meeting.created.v1");
    JsonNode meeting = live(command).getFirst();
    assertThat(event.json().path("webexMeetingId").asString())
        .isEqualTo(meeting.path(api == Api.REST ? "id" : "meetingNumber").asString());
    assertThat(event.json().path("step").path("attempts").asInt()).isEqualTo(1);
    assertThat(webex.mails()).isEmpty();
  }

  @Test
  void thePasswordTravelsSealedAndTheHostKeyNotAtAll() {
    ScheduleMeeting command = Commands.schedule("bob@contoso.example");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    Topic.Read event = topic.await(1, command.meetingId()).getFirst();
    String sealed = event.json().path("join").path("sealedPassword").asString();
    String password =
        Seal.withKeyset(Surroundings.KEYSET).open(sealed, command.meetingId().toString());
    assertThat(password).hasSizeGreaterThan(5);
    assertThat(event.body()).doesNotContain(password).doesNotContain("hostKey");
  }

  @Test
  void theSameCommandTwiceMakesOneMeeting() {
    ScheduleMeeting command = Commands.schedule("bob@contoso.example");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    List<Topic.Read> events = topic.await(2, command.meetingId());
    assertThat(events).allMatch(event -> event.type().equals("meeting.created.v1"));
    assertThat(events.get(0).headers().get("ce_id"))
        .isEqualTo(events.get(1).headers().get("ce_id"));
    assertThat(live(command)).hasSize(1);
  }

  @Test
  void aMeetingWhoseAnswerWasLostIsFoundInsteadOfMadeAgain() {
    ScheduleMeeting command = Commands.schedule("carol@contoso.example");
    webex.fault(
        """
        {"kind":"drop-after","method":"POST","path":"%s",
         "mailbox":"carol@contoso.example","times":1}\
        """
            .formatted(createPath()));
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    List<Topic.Read> events = topic.await(1, created(command));
    assertThat(events).hasSize(1);
    assertThat(live(command)).hasSize(1);
  }

  @Test
  void aMeetingThatWebexDidNotMakeIsMadeOnceItsAbsenceIsCertain() {
    ScheduleMeeting command = Commands.schedule("carol@contoso.example");
    webex.fault(
        """
        {"kind":"drop-before","method":"POST","path":"%s",
         "mailbox":"carol@contoso.example","times":1}\
        """
            .formatted(createPath()));
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    Topic.Read event = topic.await(1, created(command)).getFirst();
    assertThat(event.json().path("step").path("attempts").asInt()).isEqualTo(2);
    assertThat(live(command)).hasSize(1);
  }

  @Test
  void whatTakesTooLongIsParkedAndAnnouncedAndThenDone() {
    ScheduleMeeting command = Commands.schedule("dave@contoso.example");
    webex.fault(
        """
        {"kind":"status-before","status":429,"method":"POST","path":"%s",
         "mailbox":"dave@contoso.example","times":1,"headers":{"Retry-After":"3"}}\
        """
            .formatted(createPath()));
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    List<Topic.Read> events = topic.await(2, command.meetingId());
    assertThat(events)
        .extracting(Topic.Read::type)
        .containsExactly("step.delayed.v1", "meeting.created.v1");
    assertThat(events.getFirst().json().path("reason").path("code").asString())
        .isEqualTo("webex.throttled");
    assertThat(live(command)).hasSize(1);
  }

  @Test
  void aHostWithoutALicenceIsRefusedWithAReasonToActOn() {
    ScheduleMeeting command = Commands.schedule("nolicence@contoso.example");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    Topic.Read event = topic.await(1, command.meetingId()).getFirst();
    assertThat(event.type()).isEqualTo("meeting.refused.v1");
    assertThat(event.json().path("reason").path("code").asString())
        .isEqualTo(api == Api.REST ? "webex.no-licence" : "webex.host-unknown");
    assertThat(live(command)).isEmpty();
  }

  @Test
  void aFailedInvitationDeletesTheMeetingAndNoCopyOfTheCommandMakesItAgain() {
    ScheduleMeeting command = Commands.schedule("bob@contoso.example");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);
    Topic.Read created = topic.await(1, command.meetingId()).getFirst();

    topic.send(Topics.CALENDAR_EVENTS, inviteFailed(command, created), false);
    assertThat(topic.await(2, command.meetingId()).get(1).type()).isEqualTo("meeting.withdrawn.v1");
    assertThat(live(command)).isEmpty();

    topic.send(Topics.SCHEDULING_COMMANDS, command, true);
    ScheduleMeeting next = Commands.schedule("bob@contoso.example");
    topic.send(Topics.SCHEDULING_COMMANDS, next, false);
    topic.await(1, next.meetingId());
    assertThat(live(command)).isEmpty();
  }

  @Test
  void aFailedInvitationToldTwiceIsWithdrawnTwiceWithoutHarm() {
    ScheduleMeeting command = Commands.schedule("bob@contoso.example");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);
    Topic.Read created = topic.await(1, command.meetingId()).getFirst();
    topic.send(Topics.CALENDAR_EVENTS, inviteFailed(command, created), false);
    topic.send(Topics.CALENDAR_EVENTS, inviteFailed(command, created), false);

    List<Topic.Read> events = topic.await(3, command.meetingId());
    assertThat(events.get(1).headers().get("ce_id"))
        .isEqualTo(events.get(2).headers().get("ce_id"));
    assertThat(live(command)).isEmpty();
  }

  @Test
  void whatCannotBeReadIsADeadLetterAndTheNextMessageIsHandled() {
    ScheduleMeeting command = Commands.schedule("bob@contoso.example");
    Map<String, String> headers =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            "1",
            "ce_source",
            "/test",
            "ce_subject",
            "x",
            "ce_time",
            "2026-11-23T10:00:00Z",
            "ce_type",
            "meeting.schedule.v1");
    byte[] garbage = "{\"meetingId\":".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    topic.send(Topics.SCHEDULING_COMMANDS, command.host(), headers, garbage);
    topic.send(
        Topics.SCHEDULING_COMMANDS, command.host(), with(headers, "meeting.schedule.v9"), garbage);
    topic.send(
        Topics.SCHEDULING_COMMANDS, command.host(), with(headers, "coffee.brew.v1"), garbage);
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    topic.await(1, command.meetingId());
    List<Topic.Read> letters = topic.await(3, read -> read.topic().endsWith("dead-letter"));
    assertThat(letters)
        .extracting(letter -> letter.headers().get("dead-letter-problem"))
        .containsExactlyInAnyOrder("body", "unknown-version", "unknown-type");
    assertThat(letters)
        .allSatisfy(letter -> assertThat(letter.headers().get("dead-letter-reason")).isNotBlank());
  }

  @Test
  void whileWebexIsDownCommandsWaitInKafkaAndThenAllAreDoneOnce() {
    webex.fault(
        """
        {"kind":"status-before","status":503,"method":"POST","path":"%s"}\
        """
            .formatted(createPath()));
    List<ScheduleMeeting> commands =
        IntStream.range(0, 60)
            .mapToObj(i -> Commands.schedule("host" + i + "@load.example"))
            .toList();
    commands.subList(0, 30).forEach(each -> topic.send(Topics.SCHEDULING_COMMANDS, each, false));
    BindingsLifecycleController bindings = service.getBean(BindingsLifecycleController.class);
    await().until(() -> bindings.queryState("steps-in-0").getFirst().isPaused());
    commands.subList(30, 60).forEach(each -> topic.send(Topics.SCHEDULING_COMMANDS, each, false));
    int asked = webex.requests("POST", createPath());

    webex.noFaults();
    for (ScheduleMeeting command : commands) {
      topic.await(1, created(command));
      assertThat(live(command)).hasSize(1);
    }
    assertThat(bindings.queryState("steps-in-0").getFirst().isPaused()).isFalse();
    assertThat(asked).as("calls to a Webex that is down").isLessThan(30 * 3);
  }

  private List<JsonNode> live(ScheduleMeeting command) {
    return switch (api) {
      case REST -> webex.live(command.meetingId());
      case XML -> webex.liveByAgenda(command.meetingId(), command.host());
    };
  }

  private String createPath() {
    return switch (api) {
      case REST -> "/v1/meetings";
      case XML -> "/WBXService/XMLService/meeting.CreateMeeting";
    };
  }

  private static Map<String, String> with(Map<String, String> headers, String type) {
    Map<String, String> changed = new java.util.HashMap<>(headers);
    changed.put("ce_type", type);
    return changed;
  }

  private static java.util.function.Predicate<Topic.Read> created(ScheduleMeeting command) {
    return read ->
        command.meetingId().toString().equals(read.headers().get("ce_subject"))
            && read.type().equals("meeting.created.v1");
  }

  private static InviteFailed inviteFailed(ScheduleMeeting command, Topic.Read created) {
    Instant now = Instant.now();
    return new InviteFailed(
        command.meetingId(),
        command.host(),
        command.requestedBy(),
        created.json().path("webexMeetingId").asString(),
        new Reason("graph.mailbox-not-found", "There is no such mailbox."),
        new StepRun(Step.SEND_INVITATION, now, now, 1));
  }
}
