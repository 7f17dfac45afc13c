package dev.convene.auth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.auth.servers.Http.Answer;
import dev.convene.simulators.Simulators;
import dev.convene.simulators.seeds.Seeds;
import java.net.URI;
import java.util.UUID;

/** The vendors' side, as the tests steer and watch it. */
public enum SimulatedVendors {
  MICROSOFT("/" + Seeds.TENANT + "/oauth2/v2.0/token", "/v1.0/me/events"),
  WEBEX("/v1/access_token", "/v1/people/me");

  private static final Simulators SIMULATORS = started();

  private final String tokens;
  private final String something;

  SimulatedVendors(String tokens, String something) {
    this.tokens = tokens;
    this.something = something;
  }

  private static Simulators started() {
    Simulators simulators = Simulators.builder().webexPort(0).microsoftPort(0).start();
    Runtime.getRuntime().addShutdownHook(new Thread(simulators::close));
    return simulators;
  }

  /** A mailbox that no other test uses; both vendors know it. */
  public static String somebody() {
    return UUID.randomUUID() + "@" + Seeds.LOAD_DOMAIN;
  }

  public URI address() {
    return this == WEBEX ? SIMULATORS.webex() : SIMULATORS.microsoft();
  }

  private Http http() {
    return new Http(address().toString().replaceAll("/$", ""));
  }

  /** What a call with that token is answered with. */
  public int use(String accessToken) {
    return http().get(something, "Bearer " + accessToken).status();
  }

  /** How often a token was asked for until now. */
  public int tokenCalls() {
    return http()
        .get("/_sim/journal?max=200000&method=POST&path=" + tokens, null)
        .json()
        .get("items")
        .size();
  }

  /** Ends what that person has granted, as the vendor does. */
  public void revoke(String mailbox, int code) {
    Answer answer =
        http()
            .post(
                "/_sim/grants/revoke",
                null,
                "{\"user\": \"" + mailbox + "\", \"code\": " + code + "}");
    assertThat(answer.text("revoked")).as(answer.body()).isNotEqualTo("0");
  }

  /** The token endpoint fails until {@link #well}. */
  public void away() {
    Answer answer =
        http()
            .post(
                "/_sim/faults",
                null,
                "{\"kind\": \"status-before\", \"path\": \"" + tokens + "\", \"status\": 503}");
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  public void well() {
    assertThat(http().delete("/_sim/faults")).isIn(200, 204);
  }

  /** Each answer of the token endpoint takes that long, an ISO 8601 duration. */
  public void slow(String delay) {
    Answer answer =
        http()
            .post(
                "/_sim/faults",
                null,
                "{\"kind\": \"latency\", \"path\": \""
                    + tokens
                    + "\", \"delay\": \""
                    + delay
                    + "\"}");
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  /** A code as that person would be sent back with, not bound to any attempt. */
  public static String codeOfWebex(String mailbox, String redirectUri) {
    return WEBEX
        .http()
        .post(
            "/_sim/codes",
            null,
            """
            {"user": "%s", "redirectUri": "%s", "scope": "spark:people_read"}
            """
                .formatted(mailbox, redirectUri))
        .text("code");
  }
}
