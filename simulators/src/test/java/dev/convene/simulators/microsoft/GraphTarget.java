package dev.convene.simulators.microsoft;

import dev.convene.simulators.Simulators;
import java.net.URI;
import java.util.Optional;

/**
 * What the contract suite speaks to.
 *
 * @param owner the path of the mailbox under the base address
 */
record GraphTarget(String name, Graph graph, String owner) {
  private static final Simulators SIMULATOR = Simulators.builder().microsoftPort(0).start();

  @Override
  public String toString() {
    return name;
  }

  static GraphTarget simulatorAsApplication() {
    return new GraphTarget(
        "simulator, as an application",
        Sign.inAsApplication(SIMULATOR.microsoft()),
        "/v1.0/users/alice%40contoso.example");
  }

  static GraphTarget simulatorAsUser() {
    return new GraphTarget(
        "simulator, as a user",
        Sign.inAs(SIMULATOR.microsoft(), "bob@contoso.example"),
        "/v1.0/me");
  }

  /** A real tenant, where its credentials are given in the environment. */
  static Optional<GraphTarget> live() {
    String tenant = variable("GRAPH_LIVE_TENANT");
    String client = variable("GRAPH_LIVE_CLIENT_ID");
    String secret = variable("GRAPH_LIVE_CLIENT_SECRET");
    String mailbox = variable("GRAPH_LIVE_MAILBOX");
    if (tenant.isEmpty() || client.isEmpty() || secret.isEmpty() || mailbox.isEmpty()) {
      return Optional.empty();
    }
    String token =
        Sign.token(URI.create("https://login.microsoftonline.com"), tenant, client, secret);
    return Optional.of(
        new GraphTarget(
            "live",
            new Graph(URI.create("https://graph.microsoft.com"), token),
            "/v1.0/users/" + Graph.encoded(mailbox)));
  }

  private static String variable(String name) {
    return Optional.ofNullable(System.getenv(name)).orElse("").strip();
  }
}
