package dev.convene.calendar.graph;

import static dev.convene.calendar.invitation.Samples.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.calendar.SimulatedMicrosoft;
import dev.convene.calendar.invitation.Invitation;
import dev.convene.calendar.invitation.Presence;
import dev.convene.calendar.invitation.Samples;
import dev.convene.calendar.invitation.Sending;
import dev.convene.calendar.invitation.Sending.Refused;
import dev.convene.calendar.invitation.Sending.Sent;
import dev.convene.calendar.invitation.Sending.Unknown;
import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.simulators.Simulators;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GraphInvitationsIT {

  private static Simulators simulators;
  private static SimulatedMicrosoft microsoft;

  private GraphConnection graph;
  private UUID meetingId;

  @BeforeAll
  static void startSimulator() {
    simulators = Simulators.builder().microsoftPort(0).start();
    microsoft = new SimulatedMicrosoft(simulators.microsoft());
  }

  @AfterAll
  static void stopSimulator() {
    simulators.close();
  }

  @BeforeEach
  void connect() {
    microsoft.reset();
    meetingId = UUID.randomUUID();
    graph = new GraphConnection(simulators);
  }

  @AfterEach
  void nothingWasBlankOrTwice() {
    graph.close();
    assertThat(microsoft.audit().path("startlessCreates").asInt()).isZero();
    assertThat(microsoft.audit().path("onlineMeetingsAskedFor").asInt()).isZero();
    assertThat(microsoft.duplicates()).isEmpty();
  }

  private Invitation invitation() {
    return aMeeting().withId(meetingId).invitation();
  }

  private void reconnect(URI to, Duration callTimeout) {
    graph.close();
    graph = new GraphConnection(simulators, to, callTimeout);
  }

  private static void onCreate(String kind, String more) {
    GraphConnection.breakOneCreate(microsoft, kind, more);
  }

  @Test
  void anInvitationReachesEverybodyOnce() {
    Sending sending = graph.send(invitation());

    assertThat(microsoft.live(meetingId)).hasSize(1);
    assertThat(sending)
        .isInstanceOfSatisfying(
            Sent.class,
            sent -> {
              assertThat(sent.eventId())
                  .isEqualTo(microsoft.live(meetingId).getFirst().path("immutableId").asString());
              assertThat(sent.webLink()).startsWith("http");
            });
    assertThat(microsoft.mails(meetingId, "invite"))
        .extracting(mail -> mail.path("to").asString())
        .containsExactlyInAnyOrder(
            "carol@contoso.example", "dave@contoso.example", "room.aurora@contoso.example");
  }

  /** The samples begin on a Tuesday, 1 December 2026, in Berlin; its clocks are set on 28 March. */
  @Test
  void aSeriesIsOneEventAndIsFoundAndMailedOnce() {
    Invitation series =
        aMeeting().withId(meetingId).repeatedBy("FREQ=MONTHLY;BYDAY=1TU;COUNT=5").invitation();

    Sending first = graph.send(series);

    assertThat(graph.send(series)).isEqualTo(first);
    assertThat(microsoft.live(meetingId))
        .singleElement()
        .satisfies(master ->
            assertThat(master.path("occurrences").valueStream().map(JsonNode::asString))
                .containsExactly(
                    "2026-12-01T09:00:00Z",
                    "2027-01-05T09:00:00Z",
                    "2027-02-02T09:00:00Z",
                    "2027-03-02T09:00:00Z",
                    "2027-04-06T08:00:00Z"));
    assertThat(microsoft.mails(meetingId, "invite")).hasSize(3);
    assertThat(graph.find(series.mailbox(), meetingId)).isInstanceOf(Presence.Found.class);
  }

  @Test
  void theSameInvitationAgainIsTheSameEvent() {
    assertThat(graph.send(invitation())).isEqualTo(graph.send(invitation()));
    assertThat(microsoft.live(meetingId)).hasSize(1);
    assertThat(microsoft.mails(meetingId, "invite")).hasSize(3);
  }

  @Test
  void tenAtOnceAreOneEvent() throws Exception {
    List<Future<Sending>> sendings = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        sendings.add(threads.submit(() -> graph.send(invitation())));
      }
    }
    Sending first = sendings.getFirst().get();
    assertThat(first).isInstanceOf(Sent.class);
    for (Future<Sending> sending : sendings) {
      assertThat(sending.get()).isEqualTo(first);
    }
    assertThat(microsoft.live(meetingId)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "drop-after, graph.no-answer",
    "status-after, graph.unavailable",
    "truncate, graph.no-answer",
    "concurrent-item-save, graph.conflict",
  })
  void anAnswerThatWasLostIsFoundByTheNextAttempt(String fault, String reason) {
    onCreate(fault, ",\"status\":504");
    assertThat(graph.send(invitation()))
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.reason().code()).isEqualTo(reason));
    assertThat(microsoft.live(meetingId)).hasSize(1);

    assertThat(graph.send(invitation())).isInstanceOf(Sent.class);
    assertThat(microsoft.live(meetingId)).hasSize(1);
    assertThat(microsoft.mails(meetingId, "invite")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "drop-before, graph.no-answer",
    "html-503, graph.unavailable",
    "empty-503, graph.unavailable",
    "nested-inner-error, graph.unavailable",
    "transient-412, graph.conflict",
    "overlapping-write, graph.conflict",
  })
  void aFailureThatDidNothingIsRepeatedWhole(String fault, String reason) {
    onCreate(fault, "");
    assertThat(graph.send(invitation()))
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.reason().code()).isEqualTo(reason));
    assertThat(microsoft.live(meetingId)).isEmpty();
    assertThat(microsoft.calls("POST", Samples.HOST)).hasSize(1);

    assertThat(graph.send(invitation())).isInstanceOf(Sent.class);
    assertThat(microsoft.live(meetingId).getFirst().path("subject").asString())
        .isEqualTo("Quarterly review");
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop-before", "drop-after"})
  void nothingBelowUsSendsAgainOnAConnectionThatBreaks(String fault) {
    graph.find(Samples.HOST, meetingId); // leaves a connection that is used again
    onCreate(fault, "");
    assertThat(graph.send(invitation())).isInstanceOf(Unknown.class);
    assertThat(microsoft.calls("POST", Samples.HOST)).hasSize(1);
  }

  @Test
  void anAnswerThatTakesTooLongIsUnknownAfterTheCallsTimeout() {
    reconnect(simulators.microsoft(), Duration.ofMillis(500));
    onCreate("latency-after", ",\"delay\":\"PT3S\"");
    long start = System.nanoTime();
    assertThat(graph.send(invitation())).isInstanceOf(Unknown.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void anEventFromAnotherReleaseIsRecognised() {
    Sent first = (Sent) graph.send(invitation());
    Invitation reworded = aMeeting().withId(meetingId).withAgenda("Worded anew").invitation();
    assertThat(reworded.transactionId()).isEqualTo(invitation().transactionId());

    assertThat(graph.send(reworded))
        .isInstanceOfSatisfying(
            Sent.class, sent -> assertThat(sent.eventId()).isEqualTo(first.eventId()));
    assertThat(microsoft.live(meetingId)).hasSize(1);
    assertThat(microsoft.audit().path("conflictingTransactionIds").asInt()).isEqualTo(1);
  }

  @Test
  void aRecipientThatIsRefusedLeavesNothingThoughTheEventWasMade() {
    onCreate("invalid-recipients-created", "");
    assertThat(graph.send(invitation()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason().code()).isEqualTo("graph.invalid-recipient"));
    assertThat(microsoft.live(meetingId)).isEmpty();
    assertThat(microsoft.mails(meetingId, "cancel"))
        .hasSize(3)
        .allSatisfy(mail -> assertThat(mail.path("comment").asString()).contains("take place"));
  }

  @Test
  void aRefusalOfALateCopyDoesNotTakeBackWhatPeopleWereInvitedTo() {
    Sent first = (Sent) graph.send(invitation());
    onCreate("invalid-recipients-created", "");
    assertThat(graph.sendAgain(invitation()))
        .isInstanceOfSatisfying(
            Sent.class, sent -> assertThat(sent.eventId()).isEqualTo(first.eventId()));
    assertThat(microsoft.live(meetingId)).hasSize(1);
    assertThat(microsoft.mails(meetingId, "cancel")).isEmpty();
  }

  @Test
  void aRecipientThatIsNoAddressIsRefusedAndLeavesNothing() {
    Invitation invitation =
        aMeeting()
            .withId(meetingId)
            .inviting(new Attendee("not..an.address@contoso.example", null, AttendeeType.REQUIRED))
            .invitation();
    assertThat(graph.send(invitation)).isInstanceOf(Refused.class);
    assertThat(microsoft.live(meetingId)).isEmpty();
  }

  @Test
  void anEventThatCannotBeTakenBackIsNotCalledRefused() {
    onCreate("invalid-recipients-created", "");
    microsoft.fault(
        "{\"kind\":\"status-before\",\"status\":503,\"path\":\"/v1.0/users/*/cancel\"}");
    assertThat(graph.send(invitation())).isInstanceOf(Unknown.class);
    assertThat(microsoft.live(meetingId)).hasSize(1);
  }

  @Test
  void whatMayNotBeCancelledIsDeleted() {
    onCreate("invalid-recipients-created", "");
    microsoft.fault(
        "{\"kind\":\"status-before\",\"status\":400,\"path\":\"/v1.0/users/*/cancel\"}");
    assertThat(graph.send(invitation())).isInstanceOf(Refused.class);
    assertThat(microsoft.live(meetingId)).isEmpty();
    assertThat(microsoft.calls("DELETE", Samples.HOST)).hasSize(1);
  }

  @Test
  void theMarkFindsTheEventAndOnlyWhileItIsThere() {
    assertThat(graph.find(Samples.HOST, meetingId)).isEqualTo(new Presence.Absent());
    Sent sent = (Sent) graph.send(invitation());
    assertThat(graph.find(Samples.HOST, meetingId))
        .isEqualTo(new Presence.Found(sent.eventId(), sent.webLink(), List.of()));
    assertThat(graph.find("carol@contoso.example", meetingId)).isEqualTo(new Presence.Absent());
    assertThat(graph.find(Samples.HOST, UUID.randomUUID())).isEqualTo(new Presence.Absent());
  }

  @Test
  void theMarkCannotBeLookedForWhereGraphIsDown() {
    microsoft.fault("{\"kind\":\"html-503\",\"method\":\"GET\",\"path\":\"/v1.0\"}");
    assertThat(graph.find(Samples.HOST, meetingId)).isInstanceOf(Presence.Undecided.class);
  }
}
