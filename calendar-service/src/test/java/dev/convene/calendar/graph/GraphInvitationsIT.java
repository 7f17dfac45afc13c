package dev.convene.calendar.graph;

import static dev.convene.calendar.invitation.Samples.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.calendar.SimulatedMicrosoft;
import dev.convene.calendar.invitation.Invitation;
import dev.convene.calendar.invitation.Presence;
import dev.convene.calendar.invitation.Samples;
import dev.convene.calendar.invitation.Sending;
import dev.convene.calendar.invitation.Sending.NotAsked;
import dev.convene.calendar.invitation.Sending.NotAuthorized;
import dev.convene.calendar.invitation.Sending.Refused;
import dev.convene.calendar.invitation.Sending.Sent;
import dev.convene.calendar.invitation.Sending.Throttled;
import dev.convene.calendar.invitation.Sending.Unavailable;
import dev.convene.calendar.invitation.Sending.Unknown;
import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.simulators.Simulators;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphInvitationsIT {

  private static Simulators simulators;
  private static SimulatedMicrosoft microsoft;

  private final CircuitBreaker breaker =
      CircuitBreaker.of("graph", GraphCalls.breakerConfig(CannedGraph.SETTINGS));
  private OkHttpClient http;
  private GraphInvitations graph;
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
    graph = connectedWith("convene-calendar-secret", Duration.ofSeconds(2), simulators.microsoft());
  }

  @AfterEach
  void nothingWasBlankOrTwice() {
    assertThat(microsoft.audit().path("startlessCreates").asInt()).isZero();
    assertThat(microsoft.audit().path("onlineMeetingsAskedFor").asInt()).isZero();
    assertThat(microsoft.duplicates()).isEmpty();
    http.connectionPool().evictAll();
  }

  private GraphInvitations connectedWith(String secret, Duration callTimeout, URI graphUrl) {
    GraphSettings settings =
        new GraphSettings(
            graphUrl,
            callTimeout,
            Duration.ofSeconds(2),
            callTimeout,
            64,
            3,
            Duration.ofSeconds(20),
            Duration.ofSeconds(10));
    EntraSettings entra =
        new EntraSettings(
            simulators.microsoft(),
            Duration.ofSeconds(5),
            "contoso.example",
            "convene-calendar",
            secret);
    http = GraphHttp.client(settings, JsonDefaults.mapper());
    EntraClient client =
        new EntraClient(
            HttpClient.newHttpClient(),
            entra,
            simulators.microsoft() + "/.default",
            JsonDefaults.mapper(),
            InstantSource.system());
    return new GraphInvitations(
        new GraphEvents(
            new GraphCalls(
                settings,
                http,
                new EntraTokens(client::token, InstantSource.system(), Duration.ofSeconds(5)),
                breaker,
                InstantSource.system(),
                new SimpleMeterRegistry())));
  }

  private Invitation invitation() {
    return aMeeting().withId(meetingId).invitation();
  }

  private static void onCreate(String kind, String more) {
    microsoft.fault(
        "{\"kind\":\"%s\",\"method\":\"POST\",\"path\":\"/v1.0/users\",\"times\":1%s}"
            .formatted(kind, more));
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

  @Test
  void anAnswerThatTakesTooLongIsUnknownAfterTheCallsTimeout() {
    graph =
        connectedWith("convene-calendar-secret", Duration.ofMillis(500), simulators.microsoft());
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
        .isEqualTo(new Presence.Found(sent.eventId(), sent.webLink()));
    assertThat(graph.find("carol@contoso.example", meetingId)).isEqualTo(new Presence.Absent());
    assertThat(graph.find(Samples.HOST, UUID.randomUUID())).isEqualTo(new Presence.Absent());
  }

  @Test
  void theMarkCannotBeLookedForWhereGraphIsDown() {
    microsoft.fault("{\"kind\":\"html-503\",\"method\":\"GET\",\"path\":\"/v1.0\"}");
    assertThat(graph.find(Samples.HOST, meetingId)).isInstanceOf(Presence.Undecided.class);
  }

  @ParameterizedTest
  @CsvSource({"retry-after-date, 1, 3", "retry-after-list, 120, 120"})
  void howLongToWaitIsReadInEveryForm(String fault, int least, int most) {
    onCreate(fault, "");
    assertThat(graph.send(invitation()))
        .isInstanceOfSatisfying(
            Throttled.class,
            throttled ->
                assertThat(throttled.retryAfter())
                    .isBetween(Duration.ofMillis(least * 1000L - 500), Duration.ofSeconds(most)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"retry-after-absent", "unknown-error"})
  void throttlingIsRecognisedByItsStatusAlone(String fault) {
    onCreate(fault, "");
    assertThat(graph.send(invitation())).isInstanceOf(Throttled.class);
  }

  @Test
  void aMailboxThatWantsToBeLeftAloneIsNotAskedAgain() {
    onCreate("retry-after-list", "");
    assertThat(graph.send(invitation())).isInstanceOf(Throttled.class);
    assertThat(graph.send(invitation()))
        .isInstanceOfSatisfying(
            NotAsked.class,
            notAsked ->
                assertThat(notAsked.retryAfter())
                    .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(120)));
    assertThat(microsoft.calls("POST", Samples.HOST)).hasSize(1);
  }

  @Test
  void aMailboxNeverSeesMoreThanThreeCallsAtOnce() throws Exception {
    microsoft.settings("{\"mailboxConcurrency\":3}");
    microsoft.fault("{\"kind\":\"latency\",\"delay\":\"PT0.02S\",\"path\":\"/v1.0/users\"}");
    List<Future<Sending>> sendings = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 60; i++) {
        Invitation one = aMeeting().withId(UUID.randomUUID()).invitation();
        sendings.add(threads.submit(() -> graph.send(one)));
      }
    }
    for (Future<Sending> sending : sendings) {
      assertThat(sending.get()).isInstanceOf(Sent.class);
    }
    assertThat(microsoft.calls("POST", Samples.HOST))
        .hasSize(60)
        .allSatisfy(call -> assertThat(call.path("status").asInt()).isEqualTo(201));
    assertThat(microsoft.audit().path("refusedByMailboxConcurrency").asInt()).isZero();
  }

  @Test
  void aTokenThatExpiredOnTheWayIsReplacedAtOnce() {
    onCreate("expired-token", "");
    assertThat(graph.send(invitation())).isInstanceOf(Sent.class);
    assertThat(microsoft.calls("POST", Samples.HOST))
        .extracting(call -> call.path("status").asInt())
        .containsExactly(401, 201);
  }

  @Test
  void aSignInThatIsRefusedIsSaidAndNothingIsSent() {
    graph = connectedWith("wrong-secret", Duration.ofSeconds(2), simulators.microsoft());
    assertThat(graph.send(invitation()))
        .isInstanceOfSatisfying(
            NotAuthorized.class,
            refused -> {
              assertThat(refused.reason().code()).isEqualTo("entra.sign-in-refused");
              assertThat(refused.reason().message())
                  .contains("invalid_client")
                  .doesNotContain("wrong-secret");
            });
    assertThat(microsoft.calls("POST", Samples.HOST)).isEmpty();
  }

  @Test
  void aSignInThatIsDownForAMomentMakesNothing() {
    microsoft.fault("{\"kind\":\"temporarily-unavailable\",\"path\":\"/contoso.example/oauth2\"}");
    assertThat(graph.send(invitation())).isInstanceOf(Unavailable.class);
    assertThat(microsoft.live(meetingId)).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsNotReached() {
    graph =
        connectedWith(
            "convene-calendar-secret", Duration.ofSeconds(2), URI.create("http://localhost:1"));
    assertThat(graph.send(invitation()))
        .isInstanceOfSatisfying(
            Unavailable.class,
            away -> assertThat(away.reason().code()).isEqualTo("graph.unreachable"));
  }

  @Test
  void aProviderThatKeepsFailingIsLeftAlone() {
    microsoft.fault("{\"kind\":\"html-503\",\"path\":\"/v1.0\"}");
    for (int i = 0; i < 20; i++) {
      assertThat(graph.send(invitation())).isInstanceOf(Unknown.class);
    }
    assertThat(graph.send(invitation()))
        .isInstanceOfSatisfying(
            NotAsked.class, away -> assertThat(away.reason().code()).isEqualTo("graph.paused"));
    assertThat(microsoft.calls("POST", Samples.HOST)).hasSize(20);
  }

  @Test
  void throttledMailboxesDoNotStopTheOthers() {
    microsoft.fault("{\"kind\":\"retry-after-absent\",\"path\":\"/v1.0\",\"mailbox\":\"bob@*\"}");
    for (int i = 0; i < 100; i++) {
      assertThat(graph.send(invitation())).isInstanceOf(Throttled.class);
    }
    assertThat(graph.find("carol@contoso.example", meetingId)).isEqualTo(new Presence.Absent());
  }
}
