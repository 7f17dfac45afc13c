package dev.convene.calendar.graph;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Microsoft Graph is spoken to.
 *
 * @param baseUrl scheme, host and port alone; {@code /v1.0} is appended
 * @param callTimeout for a whole call, from its first byte out to its last byte in
 * @param connectTimeout until a connection stands
 * @param readTimeout between two bytes of an answer
 * @param connections idle ones that are kept. OkHttp would keep five and shake hands for the rest
 * @param callsPerMailbox at once. Graph refuses the fifth of one application for one mailbox
 * @param permitTimeout how long a call waits for its turn at its mailbox
 * @param breakerWait how long Graph is left alone when half of the last hundred calls have failed
 */
@ConfigurationProperties("convene.graph")
record GraphSettings(
    URI baseUrl,
    @DefaultValue("10s") Duration callTimeout,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("256") int connections,
    @DefaultValue("3") int callsPerMailbox,
    @DefaultValue("10s") Duration permitTimeout,
    @DefaultValue("10s") Duration breakerWait) {

  private static final int MOST_CALLS_PER_MAILBOX = 4;

  GraphSettings {
    baseUrl = Settings.origin("convene.graph.base-url (GRAPH_BASE_URL)", baseUrl);
    Settings.positive("convene.graph.call-timeout", callTimeout);
    Settings.positive("convene.graph.connect-timeout", connectTimeout);
    Settings.positive("convene.graph.read-timeout", readTimeout);
    Settings.positive("convene.graph.permit-timeout", permitTimeout);
    Settings.positive("convene.graph.breaker-wait", breakerWait);
    if (connections < 1) {
      throw new IllegalArgumentException("convene.graph.connections must be at least 1");
    }
    if (callsPerMailbox < 1 || callsPerMailbox > MOST_CALLS_PER_MAILBOX) {
      throw new IllegalArgumentException(
          "convene.graph.calls-per-mailbox must be 1 to 4: Graph takes no more at once");
    }
  }

  /** What the SDK calls the base URL. A path before it would break the SDK's batches. */
  String serviceRoot() {
    return baseUrl + "/v1.0";
  }
}
