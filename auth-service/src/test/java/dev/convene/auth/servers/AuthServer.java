package dev.convene.auth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.auth.AuthApplication;
import dev.convene.auth.servers.Browser.Page;
import dev.convene.defaults.sealing.Seal;
import dev.convene.simulators.seeds.Seeds;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The service in this JVM, on a port of its own. */
public final class AuthServer implements AutoCloseable {

  public static final String ISSUER = "https://auth.test";
  public static final String KEYSET = Seal.newKeyset();

  public static final String VAULT_KEYSET = Seal.newKeyset();

  private final ConfigurableApplicationContext context;

  private AuthServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  private static final class Shared {
    static final Database DATABASE = new Database();
    static final AuthServer SERVER =
        started(DATABASE, InstantSource.system(), ClientsFiles.containing(ClientsFiles.USUAL));
  }

  /** The one that tests share which leave nothing behind. */
  public static AuthServer shared() {
    return Shared.SERVER;
  }

  public static Database sharedDatabase() {
    return Shared.DATABASE;
  }

  public static AuthServer started(
      Database database, InstantSource clock, Path clients, String... settings) {
    List<String> arguments = new ArrayList<>(database.settings());
    arguments.addAll(
        List.of(
            "server.port=0",
            "server.address=127.0.0.1",
            "spring.datasource.hikari.maximum-pool-size=4",
            "CONVENE_AUTH_KEYSET=" + KEYSET,
            "CONVENE_VAULT_KEYSET=" + VAULT_KEYSET,
            "AUTH_ISSUER=" + ISSUER,
            "AUTH_OPERATORS=dave@contoso.example",
            "ENTRA_BASE_URL=" + SimulatedVendors.MICROSOFT.address(),
            "ENTRA_TENANT_ID=" + Seeds.TENANT,
            "ENTRA_CLIENT_ID=" + Seeds.CALENDAR.clientId(),
            "ENTRA_CLIENT_SECRET=" + Seeds.CALENDAR.secret(),
            "WEBEX_BASE_URL=" + SimulatedVendors.WEBEX.address(),
            "WEBEX_INTEGRATION_CLIENT_ID=" + Seeds.WEBEX.clientId(),
            "WEBEX_INTEGRATION_CLIENT_SECRET=" + Seeds.WEBEX.secret(),
            "WEBEX_CLIENT_ID=" + Seeds.WEBEX.clientId(),
            "WEBEX_CLIENT_SECRET=" + Seeds.WEBEX.secret(),
            "WEBEX_REFRESH_TOKEN=" + Seeds.WEBEX_REFRESH_TOKEN,
            "AUTH_CLIENTS_FILE=" + clients));
    arguments.addAll(Arrays.asList(settings));
    // The last one counts, where one is given twice.
    Map<String, String> byName = new LinkedHashMap<>();
    arguments.forEach(argument -> byName.put(argument.split("=", 2)[0], "--" + argument));
    return new AuthServer(
        new SpringApplicationBuilder(AuthApplication.class)
            .initializers(context ->
                ((GenericApplicationContext) context)
                    .registerBean("testClock", InstantSource.class, () -> clock))
            .run(byName.values().toArray(String[]::new)));
  }

  public Http http() {
    return new Http(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  public Browser browser() {
    return new Browser(http().url());
  }

  public Portal portal() {
    return new Portal(this);
  }

  /** The browser of somebody who has just signed in at Microsoft. */
  public Browser signedIn(String mailbox) {
    Browser browser = browser();
    Page accounts = signIn(browser, browser.open("/oauth2/authorization/microsoft"), mailbox);
    assertThat(accounts.location().getPath()).isEqualTo("/accounts");
    return browser;
  }

  /** Connects Webex in that browser, as that person there. */
  public Page connectWebex(Browser browser, String mailbox) {
    return signIn(browser, browser.open("/accounts/webex/connect"), mailbox);
  }

  /** Goes through a vendor's pages, and comes back; what comes then is left to be opened. */
  public static Page signIn(Browser browser, Page sent, String mailbox) {
    String authorize = sent.location().getPath();
    Page people = browser.open(sent.location());
    Page consent = browser.submit(people, authorize, "user", mailbox);
    return browser.open(browser.submit(consent, authorize, "decision", "accept").location());
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
