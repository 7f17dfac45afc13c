package dev.convene.local;

import static java.util.stream.Collectors.joining;

import dev.convene.local.kafka.TopicCreation;
import dev.convene.local.postgres.Database;
import dev.convene.local.process.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.commons.io.file.PathUtils;

/**
 * Convene on this machine: broker, database, simulators and services, each a process of its own.
 *
 * <p>{@code ./run} starts it for people, and the end-to-end tests start it for themselves. Only
 * processes that it started are ever stopped; they also end when this JVM does in good order.
 */
public final class LocalStack implements AutoCloseable {

  private final Topology topology;
  private final Part broker;
  private final Part database;
  private final List<Part> simulators;
  private final List<Part> services = new CopyOnWriteArrayList<>();
  private final Thread onExit = new Thread(this::close, "stack-stop");
  private boolean dataIsKept;
  private boolean closed;

  LocalStack(Topology topology, boolean dataIsKept) {
    this.topology = topology;
    this.dataIsKept = dataIsKept;
    this.broker = topology.brokerPart();
    this.database = topology.databasePart();
    this.simulators = topology.vendors().isEmpty() ? List.of() : List.of(topology.simulatorsPart());
  }

  /** A stack to be: everything, on free ports, with data that is removed at the end. */
  public static StackBuilder builder() {
    return new StackBuilder();
  }

  void start(List<Service> wanted, Progress progress) {
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      Launch.together(below(), progress);
      Launch.together(wanted.stream().map(this::launch).toList(), progress);
    } catch (RuntimeException e) {
      keepData();
      close();
      throw e;
    }
  }

  /** What the services stand on. */
  private List<Launch> below() {
    String address = topology.broker().address();
    List<Launch> launches = new ArrayList<>();
    launches.add(
        new Launch(database, "localhost:" + topology.database().port(), this::makeDatabases));
    launches.add(new Launch(broker, address, () -> TopicCreation.run(address)));
    String pages = simulatorPages().stream().map(URI::toString).collect(joining(" "));
    simulators.forEach(part -> launches.add(new Launch(part, pages)));
    return launches;
  }

  private void makeDatabases() {
    Database server = topology.database();
    for (Service service : Service.values()) {
      server.provide(service.database(), topology.secrets().password(service.database()));
    }
  }

  private Launch launch(Service service) {
    int port = topology.ports().of(service.listener());
    Part part = topology.servicePart(service, service.module(), port);
    services.add(part);
    return new Launch(part, Topology.url(port));
  }

  /** Every process, in the order in which they are started. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(List.of(database, broker));
    parts.addAll(simulators);
    parts.addAll(services);
    return parts;
  }

  /** The public API. */
  public URI gateway() {
    return url(Listener.GATEWAY_SERVICE);
  }

  /** Whether Webex and Microsoft 365 are both simulated, so that nobody real is invited. */
  public boolean simulatesVendors() {
    return topology.vendors().size() == Vendor.values().length;
  }

  /** The pages that show what the simulated vendors hold. */
  public List<URI> simulatorPages() {
    return topology.vendors().stream().map(vendor -> url(vendor.simulator())).toList();
  }

  /** The Webex simulator, whose control API is under {@code /_sim}. */
  public URI webexSimulator() {
    return url(Listener.WEBEX_SIMULATOR);
  }

  /** The simulator of Graph and Entra, whose control API is under {@code /_sim}. */
  public URI microsoftSimulator() {
    return url(Listener.MICROSOFT_SIMULATOR);
  }

  /** The health, metrics and internal API of one service, by the name of its module. */
  public URI service(String name) {
    return url(Service.named(name).listener());
  }

  private URI url(Listener listener) {
    return URI.create(Topology.url(topology.ports().of(listener)));
  }

  /** What Kafka's clients are given. */
  public String brokers() {
    return topology.broker().address();
  }

  /** The broker's process. */
  public Part broker() {
    return broker;
  }

  /** The database's process. */
  public Part database() {
    return database;
  }

  /**
   * The process of that name: {@code kafka}, {@code postgresql}, {@code simulators}, a service's
   * module, or what {@link #addReplica} made of it.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Part part(String name) {
    return parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no part is called " + name));
  }

  /** Starts one more process of that service, beside those that run. */
  public Part addReplica(String name) {
    Service service = Service.named(name);
    long number = services.stream().filter(part -> part.name().startsWith(name)).count() + 1;
    Part replica = topology.servicePart(service, name + "-" + number, Ports.anotherFree());
    services.add(replica);
    replica.start();
    return replica;
  }

  /** The folder with one log for each part. */
  public Path logs() {
    return topology.logs();
  }

  /** Leaves data and logs behind, for whoever has to find out what went wrong. */
  public void keepData() {
    dataIsKept = true;
  }

  /** Stops all in the reverse order, and removes the data unless it is to be kept. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Launch.end(services);
    List<Part> below = new ArrayList<>(simulators);
    below.add(broker);
    below.add(database);
    Launch.end(below);
    if (!dataIsKept) {
      try {
        PathUtils.deleteDirectory(topology.data());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (Thread.currentThread() != onExit) {
      forgetExit();
    }
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException _) {
      // The JVM is ending already; the hook finds that all is closed.
    }
  }
}
