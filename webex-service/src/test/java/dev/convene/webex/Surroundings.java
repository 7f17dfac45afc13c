package dev.convene.webex;

import dev.convene.contracts.Topics;
import dev.convene.defaults.sealing.Seal;
import dev.convene.simulators.Simulators;
import dev.convene.worker.surroundings.Servers;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that webex-service needs around it: a broker, a database, and Webex. */
final class Surroundings implements AutoCloseable {

  static final String KEYSET = Seal.newKeyset();

  final Servers servers =
      new Servers(
          "webex-service",
          List.of(Topics.SCHEDULING_COMMANDS, Topics.CALENDAR_EVENTS),
          Topics.WEBEX_EVENTS);
  final Simulators simulators = Simulators.builder().webexPort(0).start();

  ConfigurableApplicationContext startService(String... more) {
    return servers.start(
        WebexApplication.class,
        List.of(
            "--CONVENE_SEALING_KEYSET=" + KEYSET,
            "--WEBEX_BASE_URL=" + simulators.webex(),
            "--WEBEX_CLIENT_ID=convene-webex",
            "--WEBEX_CLIENT_SECRET=convene-webex-secret",
            "--WEBEX_REFRESH_TOKEN=convene-webex-refresh",
            "--convene.webex.calls-per-minute=0",
            "--convene.webex.breaker-wait=1s",
            "--convene.webex.steps.visibility-lag=1s"),
        more);
  }

  /** The first column of the first row of the service's database; empty where there is none. */
  String ask(String sql) {
    return servers.ask(sql);
  }

  @Override
  public void close() {
    simulators.close();
    servers.close();
  }
}
