package dev.convene.simulators.webex;

import dev.convene.simulators.Simulators;
import dev.convene.simulators.seeds.Seeds;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the XML API's contract suite speaks to.
 *
 * @param account of a site administrator
 * @param accessToken of that account, with {@code spark:all}
 * @param host for whom the account may schedule
 */
record XmlTarget(
    String name, URI base, String site, String account, String accessToken, String host) {
  private static final Simulators SIMULATOR =
      Simulators.builder().webexPort(0).clock(InstantSource.system()).start();

  @Override
  public String toString() {
    return name;
  }

  static Stream<XmlTarget> all() {
    return Stream.concat(Stream.of(simulator(SIMULATOR.webex())), live().stream());
  }

  static XmlTarget simulator(URI base) {
    return new XmlTarget(
        "simulator",
        base,
        "contoso",
        Seeds.WEBEX_ADMINISTRATOR,
        WebexTarget.token(
            base,
            "grant_type=refresh_token&client_id=convene-webex&client_secret=convene-webex-secret"
                + "&refresh_token="
                + Seeds.WEBEX_ADMINISTRATOR_REFRESH_TOKEN),
        "bob@contoso.example");
  }

  /** The real thing, where the environment tells how to get there. */
  private static Optional<XmlTarget> live() {
    return given("TOKEN")
        .map(token ->
            new XmlTarget(
                "live",
                URI.create(given("BASE_URL").orElse("https://api.webex.com")),
                given("SITE").orElseThrow(),
                given("ACCOUNT").orElseThrow(),
                token,
                given("HOST").or(() -> given("ACCOUNT")).orElseThrow()));
  }

  private static Optional<String> given(String name) {
    return Optional.ofNullable(System.getenv("WEBEX_XML_LIVE_" + name))
        .filter(value -> !value.isBlank());
  }
}
