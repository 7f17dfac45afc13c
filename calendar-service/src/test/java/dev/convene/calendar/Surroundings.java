package dev.convene.calendar;

import dev.convene.calendar.invitation.Samples;
import dev.convene.contracts.Topics;
import dev.convene.simulators.Simulators;
import dev.convene.worker.surroundings.Servers;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that calendar-service needs around it: a broker, a database, and Microsoft 365. */
final class Surroundings implements AutoCloseable {

  final Servers servers =
      new Servers("calendar-service", List.of(Topics.WEBEX_EVENTS), Topics.CALENDAR_EVENTS);
  final Simulators simulators = Simulators.builder().microsoftPort(0).start();

  ConfigurableApplicationContext startService(String... more) {
    return servers.start(
        CalendarApplication.class,
        List.of(
            "--CONVENE_SEALING_KEYSET=" + Samples.KEYSET,
            "--GRAPH_BASE_URL=" + simulators.microsoft(),
            "--ENTRA_BASE_URL=" + simulators.microsoft(),
            "--ENTRA_TENANT_ID=contoso.example",
            "--ENTRA_CLIENT_ID=convene-calendar",
            "--ENTRA_CLIENT_SECRET=convene-calendar-secret",
            "--convene.sending.settles-in=1s",
            "--convene.graph.breaker-wait=1s"),
        more);
  }

  @Override
  public void close() {
    simulators.close();
    servers.close();
  }
}
