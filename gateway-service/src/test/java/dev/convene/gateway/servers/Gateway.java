package dev.convene.gateway.servers;

import dev.convene.defaults.sealing.Seal;
import dev.convene.gateway.GatewayApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** The service in this JVM, on a port of its own. */
public final class Gateway implements AutoCloseable {

  private static final String KEYSET = Seal.newKeyset();

  private final ConfigurableApplicationContext context;

  private Gateway(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static Gateway started(Database database, String brokers, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "DATABASE_HOST=127.0.0.1",
                "DATABASE_PORT=" + database.link().port(),
                "DATABASE_NAME=postgres",
                "DATABASE_USERNAME=postgres",
                "DATABASE_PASSWORD=postgres",
                "KAFKA_BROKERS=" + brokers,
                "CONVENE_SEALING_KEYSET=" + KEYSET,
                "AUTH_CLIENT_SECRET=" + Issuer.SECRET));
    if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("AUTH_ISSUER="))) {
      arguments.add("AUTH_ISSUER=" + Issuer.shared().url());
    }
    arguments.addAll(Arrays.asList(settings));
    return new Gateway(
        new SpringApplicationBuilder(GatewayApplication.class)
            .initializers(Gateway::shareEventLoops)
            .run(arguments.stream().map(argument -> "--" + argument).toArray(String[]::new)));
  }

  /** Event loops belong to the JVM: the first service to be closed would stop all the others'. */
  private static void shareEventLoops(ConfigurableApplicationContext context) {
    ((GenericApplicationContext) context)
        .registerBean(
            ReactorResourceFactory.class,
            () ->
                new ReactorResourceFactory() {
                  @Override
                  public void stop() {}

                  @Override
                  public void destroy() {}
                });
  }

  /** The seal that all services of a test share. */
  public static Seal seal() {
    return Seal.withKeyset(KEYSET);
  }

  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** All of that type, by their names. */
  public <T> Map<String, T> beans(Class<T> type) {
    return context.getBeansOfType(type);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
