package dev.convene.webex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.AbandonStep;
import dev.convene.contracts.InviteFailed;
import dev.convene.contracts.OperatorCommand;
import dev.convene.contracts.PauseWork;
import dev.convene.contracts.Reason;
import dev.convene.contracts.ResumeWork;
import dev.convene.contracts.RetryStep;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepRun;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ConfigurableApplicationContext;

/** What an operator orders, done by the worker. */
class OperationsIT {

  /** What our own ledger of the day's quota knows, no operator can override. */
  private static final String NO_LEDGER = "--convene.webex.quota.meetings-per-day=0";

  private static Surroundings surroundings;
  private static ConfigurableApplicationContext service;
  private static Topic topic;
  private static SimulatedWebex webex;
  private static long actions;

  @BeforeAll
  static void start() {
    surroundings = new Surroundings();
    webex = new SimulatedWebex(surroundings.simulators.webex());
    webex.settings("{\"meetingsPerHostAndDay\":0,\"callsPerMinute\":0}");
    service = surroundings.startService(NO_LEDGER);
    topic =
        new Topic(
            surroundings.servers.brokers(),
            Topics.WEBEX_EVENTS,
            Topics.deadLetter(Topics.OPERATIONS_COMMANDS, "webex-service"));
  }

  @AfterAll
  static void stop() throws Exception {
    topic.close();
    service.close();
    surroundings.close();
  }

  @AfterEach
  void noFaults() {
    webex.noFaults();
  }

  private static void order(OperatorCommand command) {
    topic.send(Topics.OPERATIONS_COMMANDS, command, false);
  }

  /** Parked for an hour, as far as Webex is concerned. */
  private static ScheduleMeeting parked(String host) {
    ScheduleMeeting command = Commands.schedule(host);
    webex.fault(
        """
        {"kind":"throttle","method":"POST","path":"/v1/meetings",
         "mailbox":"%s","headers":{"Retry-After":"3600"}}\
        """
            .formatted(host));
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);
    assertThat(types(topic.await(1, command.meetingId()))).containsExactly("step.delayed.v1");
    return command;
  }

  private static List<String> types(List<Topic.Read> events) {
    return events.stream().map(Topic.Read::type).toList();
  }

  @Test
  void aRetryTriesNowWhatWouldHaveWaited() {
    ScheduleMeeting command = parked("retried@load.example");
    webex.noFaults();

    order(new RetryStep(command.meetingId(), command.host(), ++actions));

    assertThat(types(topic.await(2, command.meetingId())))
        .containsExactly("step.delayed.v1", "meeting.created.v1");
  }

  @Test
  void aRetryThatFailsSaysWhenTheNextAttemptIs() {
    ScheduleMeeting command = parked("retried-in-vain@load.example");

    order(new RetryStep(command.meetingId(), command.host(), ++actions));

    assertThat(types(topic.await(2, command.meetingId())))
        .containsExactly("step.delayed.v1", "step.delayed.v1");
  }

  @Test
  void whatIsAbandonedIsRefusedWithTheOperatorsWordsAndNoCopyMakesItAfterAll() {
    ScheduleMeeting command = parked("abandoned@load.example");
    webex.noFaults();

    order(
        new AbandonStep(
            command.meetingId(), command.host(), "Not needed any more.", false, ++actions));

    Topic.Read refused = topic.await(2, command.meetingId()).getLast();
    assertThat(refused.type()).isEqualTo("meeting.refused.v1");
    assertThat(refused.json().at("/reason/code").asString()).isEqualTo("operations.abandoned");
    assertThat(refused.json().at("/reason/message").asString()).contains("Not needed any more.");
    topic.send(Topics.SCHEDULING_COMMANDS, command, true);
    ScheduleMeeting next = Commands.schedule(command.host());
    topic.send(Topics.SCHEDULING_COMMANDS, next, false);
    topic.await(1, next.meetingId());
    assertThat(webex.live(command.meetingId())).isEmpty();
  }

  @Test
  void anOrderAboutWhatIsNotParkedIsNoError() {
    ScheduleMeeting command = Commands.schedule("not-parked@load.example");
    order(new RetryStep(command.meetingId(), command.host(), ++actions));
    order(new AbandonStep(command.meetingId(), command.host(), "Gone.", false, ++actions));

    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    assertThat(types(topic.await(1, command.meetingId()))).containsExactly("meeting.created.v1");
  }

  @Test
  void aPausedMailboxWaitsWithoutACallAndGoesOnAtOnceWhenItIsResumed() {
    String host = "paused@load.example";
    order(new PauseWork(host, ++actions));
    long paused = actions;
    awaitThat(host, "true");
    ScheduleMeeting command = Commands.schedule(host);
    int calls = webex.requests("POST", "/v1/meetings");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    Topic.Read delayed = topic.await(1, command.meetingId()).getFirst();
    assertThat(delayed.json().at("/reason/code").asString()).isEqualTo("operations.paused");
    assertThat(webex.requests("POST", "/v1/meetings")).isEqualTo(calls);

    order(new ResumeWork(host, ++actions));
    order(new PauseWork(host, paused)); // a late copy of the older order
    assertThat(types(topic.await(2, command.meetingId())))
        .containsExactly("step.delayed.v1", "meeting.created.v1");
  }

  @Test
  void aPausedProviderTakesNothingAndTriesNothingEvenAfterARestart() {
    ScheduleMeeting parked = parked("waits-parked@load.example");
    webex.noFaults();
    order(new PauseWork("webex", ++actions));
    await().until(() -> isPaused(service));
    order(new RetryStep(parked.meetingId(), parked.host(), ++actions));
    ScheduleMeeting command = Commands.schedule("waits-in-kafka@load.example");
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);

    service.close();
    service = surroundings.startService(NO_LEDGER);
    ScheduleMeeting second = Commands.schedule("waits-in-kafka@load.example");
    topic.send(Topics.SCHEDULING_COMMANDS, second, false);
    // An order that needs no call is taken: the orders' own consumer is not paused.
    order(new PauseWork("watched@load.example", ++actions));
    awaitThat("watched@load.example", "true");
    assertThat(webex.live(command.meetingId())).isEmpty();
    assertThat(webex.live(second.meetingId())).isEmpty();
    assertThat(webex.live(parked.meetingId())).isEmpty();

    order(new ResumeWork("webex", ++actions));
    for (ScheduleMeeting each : List.of(parked, command, second)) {
      await().until(() -> !webex.live(each.meetingId()).isEmpty());
    }
  }

  @Test
  void whatWasHandedOverIsFinishedWhenAnOperatorWantsItTriedAgain() {
    ScheduleMeeting command = handedOver("handed-over@load.example");
    webex.noFaults();

    order(new RetryStep(command.meetingId(), command.host(), ++actions));

    assertThat(topic.await(1, ended(command, "meeting.withdrawn.v1"))).isNotEmpty();
    assertThat(webex.live(command.meetingId())).isEmpty();
  }

  @Test
  void whatAnOperatorFinishedByHandIsForgotten() {
    ScheduleMeeting command = handedOver("by-hand@load.example");
    order(new AbandonStep(command.meetingId(), command.host(), "Deleted.", true, ++actions));
    await().until(() -> parkedTasks(command).equals("0"));
    webex.noFaults();

    order(new RetryStep(command.meetingId(), command.host(), ++actions));

    ScheduleMeeting next = parked(command.host());
    webex.noFaults();
    order(new RetryStep(next.meetingId(), next.host(), ++actions));
    topic.await(1, ended(next, "meeting.created.v1"));
    assertThat(types(topic.await(3, command.meetingId()))).doesNotContain("meeting.withdrawn.v1");
  }

  /** Its invitation failed, and Webex does not let it be deleted. */
  private static ScheduleMeeting handedOver(String host) {
    ScheduleMeeting command = Commands.schedule(host);
    topic.send(Topics.SCHEDULING_COMMANDS, command, false);
    Topic.Read created = topic.await(1, command.meetingId()).getFirst();
    webex.fault(
        """
        {"kind":"status-before","status":403,"method":"DELETE","path":"/v1/meetings"}\
        """);
    Instant now = Instant.now();
    topic.send(
        Topics.CALENDAR_EVENTS,
        new InviteFailed(
            command.meetingId(),
            host,
            command.requestedBy(),
            created.json().path("webexMeetingId").asString(),
            new Reason("graph.mailbox-not-found", "There is no such mailbox."),
            new StepRun(Step.SEND_INVITATION, now, now, 1)),
        false);
    // Once by the batch, and once more in case the batch had been rolled back: one fact, one id.
    assertThat(topic.await(2, ended(command, "attention.needed.v1")))
        .extracting(event -> event.headers().get("ce_id"))
        .containsOnly(
            topic
                .await(2, ended(command, "attention.needed.v1"))
                .getFirst()
                .headers()
                .get("ce_id"));
    return command;
  }

  @Test
  void anOrderThatCannotBeReadIsADeadLetter() {
    topic.send(
        Topics.OPERATIONS_COMMANDS,
        "webex",
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", "unreadable-order",
            "ce_source", "/test",
            "ce_subject", "webex",
            "ce_time", "2026-11-23T10:00:00Z",
            "ce_type", "work.pause.v1"),
        "{\"target\":\"zoom\",\"action\":1}".getBytes(UTF_8));

    Topic.Read letter =
        topic.await(1, read -> "unreadable-order".equals(read.headers().get("ce_id"))).getFirst();
    assertThat(letter.topic()).isEqualTo("operations.commands.webex-service.dead-letter");
    assertThat(letter.headers().get("dead-letter-problem")).isEqualTo("body");
  }

  @Test
  void withoutADeadLetterTopicTheServiceDoesNotStartAndSaysWhich() throws Exception {
    try (Surroundings others = new Surroundings();
        Admin admin = Admin.create(Map.of("bootstrap.servers", others.servers.brokers()))) {
      String missing = Topics.deadLetter(Topics.CALENDAR_EVENTS, "webex-service");
      admin.deleteTopics(Set.of(missing)).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(missing));

      assertThatThrownBy(() -> others.startService().close())
          .rootCause()
          .hasMessage("Kafka has no topic " + missing);
    }
  }

  private static java.util.function.Predicate<Topic.Read> ended(
      ScheduleMeeting command, String type) {
    return read ->
        command.meetingId().toString().equals(read.headers().get("ce_subject"))
            && read.type().equals(type);
  }

  private static boolean isPaused(ConfigurableApplicationContext service) {
    return service
        .getBean(BindingsLifecycleController.class)
        .queryState("steps-in-0")
        .getFirst()
        .isPaused();
  }

  private static void awaitThat(String target, String paused) {
    await()
        .until(() ->
            surroundings
                .ask("select paused::text from pause where target = '" + target + "'")
                .equals(paused));
  }

  private static String parkedTasks(ScheduleMeeting command) {
    return surroundings.ask(
        "select count(*) from scheduled_tasks where task_instance = '" + command.meetingId() + "'");
  }
}
