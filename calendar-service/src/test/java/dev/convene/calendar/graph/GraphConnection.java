package dev.convene.calendar.graph;

import dev.convene.calendar.SimulatedMicrosoft;
import dev.convene.calendar.invitation.Invitation;
import dev.convene.calendar.invitation.Presence;
import dev.convene.calendar.invitation.Sending;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.simulators.Simulators;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import okhttp3.OkHttpClient;

/** The adapter as the service puts it together, connected to a simulator. */
final class GraphConnection implements AutoCloseable {

  static final String SECRET = "convene-calendar-secret";
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient entraHttp = HttpClient.newHttpClient();
  private final OkHttpClient graphHttp;
  private final GraphInvitations invitations;

  GraphConnection(Simulators simulators) {
    this(simulators, simulators.microsoft(), SECRET, CALL_TIMEOUT);
  }

  GraphConnection(Simulators simulators, URI graph, String secret, Duration callTimeout) {
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
    EntraSettings entra =
        new EntraSettings(
            simulators.microsoft(),
            Duration.ofSeconds(5),
            "contoso.example",
            "convene-calendar",
            secret);
    EntraClient client =
        new EntraClient(
            entraHttp,
            entra,
            simulators.microsoft() + "/.default",
            JsonDefaults.mapper(),
            InstantSource.system());
    graphHttp = GraphHttp.client(settings, JsonDefaults.mapper());
    invitations =
        new GraphInvitations(
            new GraphEvents(
                new GraphCalls(
                    settings,
                    graphHttp,
                    new EntraTokens(client::token, InstantSource.system(), Duration.ofSeconds(5)),
                    CircuitBreaker.of("graph", GraphCalls.breakerConfig(settings)),
                    InstantSource.system(),
                    new SimpleMeterRegistry())));
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
    entraHttp.close();
  }
}
