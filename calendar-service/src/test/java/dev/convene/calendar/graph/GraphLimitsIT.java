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
import dev.convene.calendar.invitation.Sending.Sent;
import dev.convene.calendar.invitation.Sending.Throttled;
import dev.convene.calendar.invitation.Sending.Unavailable;
import dev.convene.calendar.invitation.Sending.Unknown;
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

class GraphLimitsIT {

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

  private void reconnect(URI to, String secret, Duration callTimeout) {
    graph.close();
    graph = new GraphConnection(simulators, to, secret, callTimeout);
  }

  private static void onCreate(String kind, String more) {
    GraphConnection.breakOneCreate(microsoft, kind, more);
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
    reconnect(simulators.microsoft(), "wrong-secret", GraphConnection.CALL_TIMEOUT);
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
    reconnect(
        URI.create("http://localhost:1"), GraphConnection.SECRET, GraphConnection.CALL_TIMEOUT);
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
