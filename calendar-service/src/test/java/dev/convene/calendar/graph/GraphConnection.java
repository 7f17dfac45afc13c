package dev.convene.calendar.graph;

import dev.convene.calendar.SimulatedMicrosoft;
import dev.convene.calendar.invitation.Invitation;
import dev.convene.calendar.invitation.Presence;
import dev.convene.calendar.invitation.Sending;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.simulators.Simulators;
import dev.convene.worker.vault.Pass;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import okhttp3.OkHttpClient;

/** The adapter as the service puts it together, connected to a simulator. */
final class GraphConnection implements AutoCloseable {

  static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);

  private final OkHttpClient graphHttp;
  private final GraphInvitations invitations;

  GraphConnection(Simulators simulators) {
    this(simulators, simulators.microsoft(), CALL_TIMEOUT);
  }

  /** With the application's rights. */
  GraphConnection(Simulators simulators, URI graph, Duration callTimeout) {
    this(graph, callTimeout, Passes.given(new SimulatedMicrosoft(simulators.microsoft())::token));
  }

  GraphConnection(URI graph, Duration callTimeout, Pass pass) {
    GraphSettings settings =
        new GraphSettings(
            graph,
            callTimeout,
            Duration.ofSeconds(2),
            callTimeout,
            64,
            3,
            Duration.ofSeconds(20),
            Duration.ofSeconds(10));
    graphHttp = GraphHttp.client(settings, JsonDefaults.mapper());
    invitations =
        new GraphInvitations(
            new GraphEvents(
                new GraphCalls(
                    settings,
                    graphHttp,
                    CircuitBreaker.of("graph", GraphCalls.breakerConfig(settings)),
                    InstantSource.system(),
                    new SimpleMeterRegistry()),
                pass));
  }

  Sending send(Invitation invitation) {
    return invitations.send(invitation);
  }

  Sending sendAgain(Invitation invitation) {
    return invitations.sendAgain(invitation);
  }

  Presence find(String mailbox, UUID meetingId) {
    return invitations.find(mailbox, meetingId);
  }

  /** Breaks one create in this way; {@code more} are further members of the fault. */
  static void breakOneCreate(SimulatedMicrosoft microsoft, String kind, String more) {
    microsoft.fault(
        "{\"kind\":\"%s\",\"method\":\"POST\",\"path\":\"/v1.0/users\",\"times\":1%s}"
            .formatted(kind, more));
  }

  @Override
  public void close() {
    graphHttp.connectionPool().evictAll();
  }
}
