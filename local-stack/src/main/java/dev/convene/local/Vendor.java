package dev.convene.local;

import dev.convene.local.process.StartFailed;
import dev.convene.simulators.seeds.Seeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two vendors: simulated, unless the environment says that they are elsewhere. */
enum Vendor {
  WEBEX("Webex", Listener.WEBEX_SIMULATOR, "--webex-port"),
  MICROSOFT("Microsoft", Listener.MICROSOFT_SIMULATOR, "--microsoft-port");

  private final String label;
  private final Listener simulator;
  private final String simulatorOption;

  Vendor(String label, Listener simulator, String simulatorOption) {
    this.label = label;
    this.simulator = simulator;
    this.simulatorOption = simulatorOption;
  }

  /** As people call it. */
  String label() {
    return label;
  }

  /** Where its simulator listens. */
  Listener simulator() {
    return simulator;
  }

  /** The simulators' option that starts this one, at the port that follows. */
  String simulatorOption() {
    return simulatorOption;
  }

  private List<String> urls() {
    return switch (this) {
      case WEBEX -> List.of("WEBEX_BASE_URL");
      case MICROSOFT -> List.of("GRAPH_BASE_URL", "ENTRA_BASE_URL");
    };
  }

  private List<String> credentials() {
    return switch (this) {
      case WEBEX ->
          List.of(
              "WEBEX_CLIENT_ID",
              "WEBEX_CLIENT_SECRET",
              "WEBEX_REFRESH_TOKEN",
              "WEBEX_INTEGRATION_CLIENT_ID",
              "WEBEX_INTEGRATION_CLIENT_SECRET");
      case MICROSOFT -> List.of("ENTRA_TENANT_ID", "ENTRA_CLIENT_ID", "ENTRA_CLIENT_SECRET");
    };
  }

  /** Of all that is known of the vendor, what a service needs that has no credentials there. */
  Map<String, String> addressIn(Map<String, String> settings) {
    Map<String, String> address = new HashMap<>(settings);
    address.keySet().retainAll(urls());
    return address;
  }

  /** What auth-service needs in its environment to use the simulator. */
  Map<String, String> simulatedAt(String url) {
    return switch (this) {
      case WEBEX ->
          Map.of(
              "WEBEX_BASE_URL",
              url,
              "WEBEX_CLIENT_ID",
              Seeds.WEBEX.clientId(),
              "WEBEX_CLIENT_SECRET",
              Seeds.WEBEX.secret(),
              "WEBEX_REFRESH_TOKEN",
              Seeds.WEBEX_REFRESH_TOKEN,
              "WEBEX_INTEGRATION_CLIENT_ID",
              Seeds.WEBEX.clientId(),
              "WEBEX_INTEGRATION_CLIENT_SECRET",
              Seeds.WEBEX.secret());
      case MICROSOFT ->
          Map.of(
              "GRAPH_BASE_URL",
              url,
              "ENTRA_BASE_URL",
              url,
              "ENTRA_TENANT_ID",
              Seeds.TENANT,
              "ENTRA_CLIENT_ID",
              Seeds.CALENDAR.clientId(),
              "ENTRA_CLIENT_SECRET",
              Seeds.CALENDAR.secret());
    };
  }

  /** Whether the environment names an address, so that no simulator is wanted. */
  boolean isElsewhere(Map<String, String> environment) {
    return urls().stream().anyMatch(environment::containsKey);
  }

  /**
   * What a service needs in its environment to use the addresses that the environment names.
   *
   * @throws StartFailed when credentials are missing
   */
  Map<String, String> elsewhere(Map<String, String> environment) {
    List<String> missing =
        credentials().stream().filter(name -> !environment.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      List<String> set = urls().stream().filter(environment::containsKey).toList();
      throw new StartFailed(
          "%s is set, so no simulator stands in for %s: set %s as well."
              .formatted(String.join(" and ", set), label, String.join(", ", missing)));
    }
    Map<String, String> taken = new HashMap<>(environment);
    taken.keySet().removeIf(name -> !urls().contains(name) && !credentials().contains(name));
    return taken;
  }
}
