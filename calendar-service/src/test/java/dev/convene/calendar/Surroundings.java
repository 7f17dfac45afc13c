package dev.convene.calendar;

import dev.convene.calendar.invitation.Samples;
import dev.convene.contracts.Topics;
import dev.convene.simulators.Simulators;
import dev.convene.worker.surroundings.HandOutServer;
import dev.convene.worker.surroundings.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that calendar-service needs around it: a broker, a database, and Microsoft 365. */
final class Surroundings implements AutoCloseable {

  final Servers servers =
      new Servers("calendar-service", List.of(Topics.WEBEX_EVENTS), Topics.CALENDAR_EVENTS);
  final Simulators simulators = Simulators.builder().microsoftPort(0).start();
  final SimulatedMicrosoft microsoft = new SimulatedMicrosoft(simulators.microsoft());
  final HandOutServer handOut = new HandOutServer(this::fromMicrosoft);

  /** People are known by their mailboxes here. */
  HandOutServer.Answer fromMicrosoft(Map<String, String> asked) {
    String token =
        asked.get("subject_token_type").endsWith("person")
            ? microsoft.tokenOf(asked.get("subject_token"))
            : microsoft.token();
    return HandOutServer.Answer.token(token, Duration.ofHours(1));
  }

  ConfigurableApplicationContext startService(String... more) {
    List<String> settings = new ArrayList<>(handOut.settings());
    settings.addAll(
        List.of(
            "--CONVENE_SEALING_KEYSET=" + Samples.KEYSET,
            "--GRAPH_BASE_URL=" + simulators.microsoft(),
            "--convene.vault.ask-again=1s",
            "--convene.vault.away-again=1s",
            "--convene.sending.settles-in=1s",
            "--convene.graph.breaker-wait=1s"));
    return servers.start(CalendarApplication.class, settings, more);
  }

  @Override
  public void close() {
    handOut.close();
    simulators.close();
    servers.close();
  }
}
