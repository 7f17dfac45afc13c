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
import dev.convene.contracts.Reason;
import dev.convene.simulators.Simulators;
import dev.convene.worker.vault.Pass;
import dev.convene.worker.vault.VendorToken;
import dev.convene.worker.vault.VendorToken.Granted;
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

  private static final VendorToken.NoGrant NO_GRANT =
      new VendorToken.NoGrant(
          new Reason("microsoft.needs-reconnecting", "Connect it again."), Duration.ofMinutes(1));

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

  private void reconnect(URI to, Pass pass) {
    graph.close();
    graph = new GraphConnection(to, GraphConnection.CALL_TIMEOUT, pass);
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
  void withoutATokenGraphIsNotAskedAndNothingSpeaksAgainstIt() {
    reconnect(simulators.microsoft(), Passes.only(NO_GRANT, NO_GRANT));
    for (int i = 0; i < 30; i++) {
      assertThat(graph.send(invitation()))
          .isEqualTo(new NotAsked(NO_GRANT.reason(), NO_GRANT.retryAfter()));
    }
    assertThat(microsoft.calls("POST", Samples.HOST)).isEmpty();
  }

  @Test
  void oneTokenThatIsRefusedDoesNotStopTheOthers() {
    Granted refused = new Granted("nobody-knows-it");
    reconnect(simulators.microsoft(), Passes.only(refused, refused));
    for (int i = 0; i < 30; i++) {
      assertThat(graph.send(invitation())).isInstanceOf(NotAuthorized.class);
    }
    reconnect(simulators.microsoft(), Passes.only(refused, NO_GRANT));
    assertThat(graph.send(invitation()))
        .isEqualTo(new NotAsked(NO_GRANT.reason(), NO_GRANT.retryAfter()));
  }

  @Test
  void whoHasAPersonsTokenWritesToTheCalendarsThatAreTheirs() {
    reconnect(
        simulators.microsoft(), Passes.given(() -> microsoft.tokenOf("carol@contoso.example")));
    assertThat(graph.send(invitation()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason().code()).isEqualTo("graph.access-denied"));
    Invitation own = aMeeting().withId(meetingId).hostedBy("carol@contoso.example").invitation();
    assertThat(graph.send(own)).isInstanceOf(Sent.class);
  }

  @Test
  void aServerThatIsNotThereIsNotReached() {
    reconnect(URI.create("http://localhost:1"), Passes.given(() -> "a-token"));
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
