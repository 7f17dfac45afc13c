package dev.convene.local;

import dev.convene.local.kafka.Broker;
import dev.convene.local.postgres.Database;
import dev.convene.local.process.Part;
import dev.convene.local.process.Program;
import dev.convene.local.process.Readiness;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @param replicas the processes of services that there are from the beginning
 * @param quickStart whether to start fast matters more than to run fast for long
 */
record Topology(
    Build build,
    Ports ports,
    Path data,
    Secrets secrets,
    Set<Vendor> vendors,
    Map<Vendor, Map<String, String>> vendorSettings,
    Map<Service, Map<String, String>> settings,
    Map<Service, List<String>> jvmArguments,
    List<Replica> replicas,
    boolean quickStart) {

  static final String KAFKA = "kafka";
  static final String POSTGRESQL = "postgresql";

  /** How long the Webex simulator hides a new meeting from whoever looks for it. */
  static final Duration VISIBILITY_DELAY = Duration.ofSeconds(1);

  /** What webex-service waits for before it believes that there is none: longer than that. */
  private static final Map<String, String> VISIBILITY_LAG =
      Map.of(
          "CONVENE_WEBEX_STEPS_VISIBILITYLAG",
          VISIBILITY_DELAY.multipliedBy(2).toString(),
          "CONVENE_WEBEX_STEPS_LOOKAGAIN",
          "PT0.5S");

  Broker broker() {
    return new Broker(
        ports.of(Listener.KAFKA),
        ports.of(Listener.KAFKA_CONTROLLER),
        data.resolve("kafka"),
        replicas.stream().flatMap(replica -> replica.door().stream()).toList());
  }

  Database database() {
    return new Database(
        ports.of(Listener.POSTGRESQL), data.resolve("postgresql"), secrets.password("postgres"));
  }

  Part brokerPart() {
    return part(KAFKA, () -> broker().program(java("-Xms256m", "-Xmx512m"), build.classPath()));
  }

  Part databasePart() {
    return part(POSTGRESQL, () -> database().program(build.cache(), log(POSTGRESQL)));
  }

  /** One process for all vendors that are simulated. */
  Part simulatorsPart() {
    // Under load they hold every meeting and event ever made: 6 KB each.
    List<String> command = java(quickStart ? "-Xmx512m" : "-Xmx2g");
    command.addAll(List.of("-jar", build.executable("simulators").toString()));
    Readiness ready = () -> true;
    for (Vendor vendor : vendors) {
      int port = ports.of(vendor.simulator());
      command.addAll(List.of(vendor.simulatorOption(), String.valueOf(port)));
      ready = ready.and(Readiness.http(url(port).resolve("/_sim/health")));
    }
    Program program = new Program(command, Map.of(), data, ready);
    return part("simulators", () -> program);
  }

  Launch serviceLaunch(Replica replica) {
    return new Launch(servicePart(replica), url(replica.port()).toString());
  }

  Part servicePart(Replica replica) {
    Service service = replica.service();
    // A batch in flight is short-lived, if only there is room for it until it has ended.
    List<String> command = quickStart ? java("-Xmx320m") : java("-Xmx640m", "-Xmn256m");
    command.addAll(jvmArguments.getOrDefault(service, List.of()));
    command.addAll(List.of("-jar", build.executable(service.module()).toString()));
    Readiness ready = Readiness.http(url(replica.port()).resolve("/actuator/health/readiness"));
    Program program = new Program(command, environment(replica), data, ready);
    return part(replica.name(), () -> program);
  }

  private List<String> java(String... memory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(Arrays.asList(memory));
    command.add("-XX:+UseSerialGC");
    if (quickStart) {
      // The first compiler alone: a service starts on less than half of the processor time.
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    return command;
  }

  private Map<String, String> environment(Replica replica) {
    Service service = replica.service();
    Replica.Ways ways = replica.ways();
    int databasePort = ways == null ? ports.of(Listener.POSTGRESQL) : ways.database().port();
    Map<String, String> environment = new HashMap<>();
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SERVER_PORT", String.valueOf(replica.port()));
    environment.put(
        "KAFKA_BROKERS", ways == null ? broker().address() : "localhost:" + ways.broker().port());
    environment.put("DATABASE_HOST", "127.0.0.1");
    environment.put("DATABASE_PORT", String.valueOf(databasePort));
    environment.put("DATABASE_NAME", service.database());
    environment.put("DATABASE_USERNAME", service.database());
    environment.put("DATABASE_PASSWORD", secrets.password(service.database()));
    if (service == Service.AUTH) {
      environment.putAll(authSettings());
    } else {
      environment.put("CONVENE_SEALING_KEYSET", secrets.sealingKeyset());
      environment.put("AUTH_ISSUER", url(Listener.AUTH_SERVICE).toString());
      environment.put("AUTH_CLIENT_SECRET", DemoClient.SECRET);
    }
    // The same after a crash, so that Kafka ends at once what the last one left open.
    environment.put("INSTANCE_ID", replica.name());
    for (Vendor vendor : service.vendors()) {
      Map<String, String> all = vendorSettings.getOrDefault(vendor, Map.of());
      environment.putAll(service == Service.AUTH ? all : vendor.addressIn(all));
    }
    if (service == Service.WEBEX && vendors.contains(Vendor.WEBEX)) {
      environment.putAll(VISIBILITY_LAG);
    }
    environment.putAll(settings.getOrDefault(service, Map.of()));
    return environment;
  }

  private Map<String, String> authSettings() {
    URI gateway = url(Listener.GATEWAY_SERVICE);
    return Map.of(
        "CONVENE_AUTH_KEYSET", secrets.authKeyset(),
        "CONVENE_VAULT_KEYSET", secrets.vaultKeyset(),
        "AUTH_ISSUER", url(Listener.AUTH_SERVICE).toString(),
        "AUTH_CLIENTS_FILE", DemoClient.fileIn(data, gateway).toString(),
        "AUTH_OPERATORS", DemoPerson.operators());
  }

  URI url(Listener listener) {
    return url(ports.of(listener));
  }

  static URI url(int port) {
    return URI.create("http://localhost:" + port);
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
