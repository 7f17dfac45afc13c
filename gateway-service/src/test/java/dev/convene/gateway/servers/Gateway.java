package dev.convene.gateway.servers;

import dev.convene.defaults.sealing.Seal;
import dev.convene.gateway.GatewayApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

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
                "convene.database.host=127.0.0.1",
                "convene.database.port=" + database.link().port(),
                "convene.database.name=postgres",
                "convene.database.username=postgres",
                "convene.database.password=postgres",
                "spring.cloud.stream.kafka.binder.brokers=" + brokers,
                "convene.sealing.keyset=" + KEYSET,
                "server.shutdown=immediate"));
    arguments.addAll(Arrays.asList(settings));
    return new Gateway(
        new SpringApplicationBuilder(GatewayApplication.class)
            .run(arguments.stream().map(argument -> "--" + argument).toArray(String[]::new)));
  }

  /** The seal that all services of a test share. */
  public static Seal seal() {
    return Seal.withKeyset(KEYSET);
  }

  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
