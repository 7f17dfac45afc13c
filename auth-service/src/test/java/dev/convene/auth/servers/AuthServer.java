package dev.convene.auth.servers;

import dev.convene.auth.AuthApplication;
import dev.convene.defaults.sealing.Seal;
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
            "AUTH_ISSUER=" + ISSUER,
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

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
