package dev.convene.webex;

import dev.convene.contracts.Topics;
import dev.convene.defaults.sealing.Seal;
import dev.convene.simulators.Simulators;
import dev.convene.webex.calls.Api;
import dev.convene.worker.surroundings.HandOutServer;
import dev.convene.worker.surroundings.Servers;
import java.util.List;
import java.util.Map;
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
  final SimulatedWebex webex = new SimulatedWebex(simulators.webex());
  final HandOutServer handOut = new HandOutServer(this::fromWebex);
  private Api api = Api.REST;

  /** What auth-service would give. */
  HandOutServer.Answer fromWebex(Map<String, String> asked) {
    return webex.handOut(api, asked);
  }

  ConfigurableApplicationContext startService(String... more) {
    return startService(Api.REST, more);
  }

  ConfigurableApplicationContext startService(Api api, String... more) {
    this.api = api;
    List<String> settings =
        Adapter.settings(
            api,
            simulators,
            handOut,
            "--CONVENE_SEALING_KEYSET=" + KEYSET,
            "--convene.vault.ask-again=1s",
            "--convene.vault.away-again=1s",
            "--convene.webex.steps.visibility-lag=1s");
    return servers.start(WebexApplication.class, settings, more);
  }

  /** The first column of the first row of the service's database; empty where there is none. */
  String ask(String sql) {
    return servers.ask(sql);
  }

  @Override
  public void close() {
    handOut.close();
    simulators.close();
    servers.close();
  }
}
