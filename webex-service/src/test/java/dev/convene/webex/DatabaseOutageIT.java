package dev.convene.webex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Topics;
import dev.convene.worker.surroundings.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** PostgreSQL is away: what needs it waits for it, and what does not goes on. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseOutageIT {

  private static final String PLAIN = "A batch cannot be done now, and comes again until it can";

  @Test
  void whatMustBeParkedOrLookedUpWaitsForTheDatabaseAndIsDoneOnce(CapturedOutput output)
      throws Exception {
    try (Surroundings surroundings = new Surroundings();
        Topic topic =
            new Topic(
                surroundings.servers.brokers(),
                Topics.WEBEX_EVENTS,
                Topics.deadLetter(Topics.SCHEDULING_COMMANDS, "webex-service"));
        var service =
            surroundings.startService("--spring.datasource.hikari.connection-timeout=500")) {
      SimulatedWebex webex = new SimulatedWebex(surroundings.simulators.webex());
      created(Commands.schedule("bob@contoso.example"), topic, true);

      surroundings.servers.stopDatabase();
      // Without it a meeting that goes well goes well.
      created(Commands.schedule("bob@contoso.example"), topic, true);
      // To be parked: Webex wants to be left alone for longer than a batch may take.
      webexWantsToBeLeftAlone(webex);
      ScheduleMeeting parked = Commands.schedule("dave@contoso.example");
      topic.send(Topics.SCHEDULING_COMMANDS, parked, false);
      // A copy, which is looked for among the parked and the ended.
      ScheduleMeeting copy = Commands.schedule("carol@contoso.example");
      topic.send(Topics.SCHEDULING_COMMANDS, copy, true);
      // Others in their company, which must not be made twice for it.
      List<ScheduleMeeting> others =
          IntStream.range(0, 10)
              .mapToObj(i -> Commands.schedule("host" + i + "@load.example"))
              .toList();
      others.forEach(each -> topic.send(Topics.SCHEDULING_COMMANDS, each, false));
      MeterRegistry meters = service.getBean(MeterRegistry.class);
      await("it to come again, and again")
          .until(() -> meters.counter("convene.batches.failed").count() >= 3);

      surroundings.servers.startDatabase();
      for (ScheduleMeeting each : List.of(parked, copy)) {
        created(each, topic, false);
        assertThat(webex.live(each.meetingId())).hasSize(1);
      }
      for (ScheduleMeeting each : others) {
        created(each, topic, false);
        assertThat(webex.live(each.meetingId())).hasSize(1);
      }
      webexWantsToBeLeftAlone(webex);
      created(Commands.schedule("dave@contoso.example"), topic, true);
    }
    assertThat(output.getAll().split(PLAIN, -1)).as("said once").hasSize(2);
    assertThat(output.getAll())
        .contains("Batches are done again")
        .contains("Parked steps are tried again");
    assertThat(output.getAll().split("Parked steps wait", -1)).as("said once").hasSize(2);
    assertThat(output.getAll().lines().filter(line -> line.startsWith("\tat ")))
        .as("no stack traces")
        .isEmpty();
  }

  private static void webexWantsToBeLeftAlone(SimulatedWebex webex) {
    webex.fault(
        """
        {"kind":"throttle","method":"POST","path":"/v1/meetings",
         "mailbox":"dave@contoso.example","times":1,"headers":{"Retry-After":"3"}}\
        """);
  }

  private static void created(ScheduleMeeting command, Topic topic, boolean send) {
    if (send) {
      topic.send(Topics.SCHEDULING_COMMANDS, command, false);
    }
    Predicate<Topic.Read> created =
        read ->
            read.type().equals("meeting.created.v1")
                && command.meetingId().toString().equals(read.headers().get("ce_subject"));
    topic.await(1, created);
  }
}
