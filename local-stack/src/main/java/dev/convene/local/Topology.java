package dev.convene.local;

import dev.convene.local.kafka.Broker;
import dev.convene.local.postgres.Database;
import dev.convene.local.process.Part;
import dev.convene.local.process.Program;
import dev.convene.local.process.Readiness;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How each part of the system is run, and what it is told about the others.
 *
 * @param data the folder for all that the stack writes; logs are in {@code logs} there
 * @param vendors those that are simulated
 * @param vendorSettings what the services are told about each vendor
 * @param settings added to each service's environment
 * @param jvmArguments added to each service's own
 */
record Topology(
    Build build,
    Ports ports,
    Path data,
    Secrets secrets,
    Set<Vendor> vendors,
    Map<Vendor, Map<String, String>> vendorSettings,
    Map<Service, Map<String, String>> settings,
    Map<Service, List<String>> jvmArguments) {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();
  private static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  Broker broker() {
    return new Broker(
        ports.of(Listener.KAFKA), ports.of(Listener.KAFKA_CONTROLLER), data.resolve("kafka"));
  }

  Database database() {
    return new Database(
        ports.of(Listener.POSTGRESQL), data.resolve("postgresql"), secrets.password("postgres"));
  }

  Part brokerPart() {
    return part("kafka", () -> broker().program(JAVA, build.classPath()));
  }

  Part databasePart() {
    String name = "postgresql";
    return part(name, () -> database().program(build.cache(), log(name)));
  }

  /** One process for all vendors that are simulated. */
  Part simulatorsPart() {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(QUIET);
    command.addAll(List.of("-jar", build.executable("simulators").toString()));
    Readiness ready = () -> true;
    for (Vendor vendor : vendors) {
      int port = ports.of(vendor.simulator());
      command.addAll(List.of(vendor.simulatorOption(), String.valueOf(port)));
      ready = ready.and(Readiness.http(URI.create(url(port) + "/_sim/health")));
    }
    Program program = new Program(command, Map.of(), data, ready);
    return part("simulators", () -> program);
  }

  /** A process of that service: the first, or a further one beside it. */
  Part servicePart(Service service, String name, int port) {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx320m", "-XX:+UseSerialGC"));
    command.addAll(QUIET);
    command.addAll(jvmArguments.getOrDefault(service, List.of()));
    command.addAll(List.of("-jar", build.executable(service.module()).toString()));
    Readiness ready = Readiness.http(URI.create(url(port) + "/actuator/health/readiness"));
    Program program = new Program(command, environment(service, name, port), data, ready);
    return part(name, () -> program);
  }

  private Map<String, String> environment(Service service, String name, int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SERVER_PORT", String.valueOf(port));
    environment.put("KAFKA_BROKERS", broker().address());
    environment.put("DATABASE_HOST", "127.0.0.1");
    environment.put("DATABASE_PORT", String.valueOf(ports.of(Listener.POSTGRESQL)));
    environment.put("DATABASE_NAME", service.database());
    environment.put("DATABASE_USERNAME", service.database());
    environment.put("DATABASE_PASSWORD", secrets.password(service.database()));
    environment.put("CONVENE_SEALING_KEYSET", secrets.sealingKeyset());
    // The same after a crash, so that Kafka ends at once what the last one left open.
    environment.put("INSTANCE_ID", name);
    service.vendor().map(vendorSettings::get).ifPresent(environment::putAll);
    environment.putAll(settings.getOrDefault(service, Map.of()));
    return environment;
  }

  static String url(int port) {
    return "http://localhost:" + port;
  }

  Path logs() {
    return data.resolve("logs");
  }

  private Path log(String name) {
    return logs().resolve(name + ".log");
  }

  private Part part(String name, Supplier<Program> program) {
    return new Part(name, log(name), program);
  }
}
