package dev.convene.local;

import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a stack shall be like. */
public final class StackBuilder {

  private final Map<Service, Map<String, String>> settings = new EnumMap<>(Service.class);
  private final Map<Service, List<String>> jvmArguments = new EnumMap<>(Service.class);
  private List<Service> services = List.of(Service.values());
  private Ports ports = Ports.free();
  private Map<String, String> environment = Map.of();
  private Progress progress = Progress.SILENT;
  private @Nullable Path data;
  private int replicas = 1;
  private boolean separable;
  private boolean quickStart;

  StackBuilder() {}

  /** Where it listens; on free ports unless told. */
  public StackBuilder ports(Ports ports) {
    this.ports = ports;
    return this;
  }

  /** Keeps data and logs in that folder, and goes on with what is there. */
  public StackBuilder keepDataIn(Path folder) {
    this.data = folder;
    return this;
  }

  /**
   * Lets the environment say where a vendor is, by {@code WEBEX_BASE_URL}, {@code GRAPH_BASE_URL}
   * or {@code ENTRA_BASE_URL}. That vendor is not simulated then.
   */
  public StackBuilder vendorsAsIn(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    return this;
  }

  /** A further variable in the environment of one service, by the name of its module. */
  public StackBuilder setting(String service, String variable, String value) {
    settings.computeIfAbsent(Service.named(service), _ -> new HashMap<>()).put(variable, value);
    return this;
  }

  /** Further arguments for the JVM of one service, after its own. */
  public StackBuilder jvmArguments(String service, String... arguments) {
    jvmArguments
        .computeIfAbsent(Service.named(service), _ -> new ArrayList<>())
        .addAll(Arrays.asList(arguments));
    return this;
  }

  /** For those who want it to start fast, rather than to run fast for long. */
  public StackBuilder quickStart() {
    this.quickStart = true;
    return this;
  }

  /** Each service runs in so many processes. */
  public StackBuilder replicas(int each) {
    this.replicas = each;
    return this;
  }

  /**
   * Each process of a service reaches broker and database by a way of its own, which can be cut.
   */
  public StackBuilder separable() {
    this.separable = true;
    return this;
  }

  /** Only broker, database and simulators. */
  public StackBuilder withoutServices() {
    this.services = List.of();
    return this;
  }

  /** Is told what comes up. */
  public StackBuilder progress(Progress progress) {
    this.progress = progress;
    return this;
  }

  /**
   * Starts it, and returns when all of it is ready.
   *
   * @throws StartFailed with a message for people; nothing runs any more then
   */
  public LocalStack start() {
    Map<Vendor, Map<String, String>> vendorSettings = new EnumMap<>(Vendor.class);
    Set<Vendor> simulated = EnumSet.noneOf(Vendor.class);
    for (Vendor vendor : Vendor.values()) {
      if (vendor.isElsewhere(environment)) {
        vendorSettings.put(vendor, vendor.elsewhere(environment));
      } else {
        simulated.add(vendor);
        vendorSettings.put(
            vendor, vendor.simulatedAt(Topology.url(ports.of(vendor.simulator())).toString()));
      }
    }
    Build build = Build.ofThisClass();
    // What can be known to be missing is said before anything is started or written.
    services.forEach(service -> build.executable(service.module()));
    requireFreePorts(simulated);
    try {
      Path folder =
          data == null ? Files.createTempDirectory("convene-") : Files.createDirectories(data);
      Files.createDirectories(folder.resolve("logs"));
      Topology topology =
          new Topology(
              build,
              ports,
              folder,
              new Secrets(folder),
              simulated,
              vendorSettings,
              settings,
              jvmArguments,
              Replica.of(services, replicas, separable, ports),
              quickStart);
      return LocalStack.start(topology, data != null, progress);
    } catch (IOException e) {
      throw new StartFailed("the data folder cannot be made: " + e.getMessage(), e);
    }
  }

  private void requireFreePorts(Set<Vendor> simulated) {
    Set<Listener> wanted =
        EnumSet.of(Listener.KAFKA, Listener.KAFKA_CONTROLLER, Listener.POSTGRESQL);
    simulated.forEach(vendor -> wanted.add(vendor.simulator()));
    services.forEach(service -> wanted.add(service.listener()));
    String taken = ports.taken(wanted);
    if (!taken.isEmpty()) {
      throw new StartFailed(
          "Taken by another program: port "
              + taken
              + ".\nStop that program, or start this stack on other ports: --port-offset N");
    }
  }
}
