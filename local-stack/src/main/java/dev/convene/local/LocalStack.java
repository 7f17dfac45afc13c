package dev.convene.local;

import dev.convene.local.network.Link;
import dev.convene.local.process.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final List<Part> foundation;
  private final List<Part> services;
  private final List<Replica> replicas;
  private final Thread onExit = new Thread(this::close, "stack-stop");
  private final DemoTokens tokens;
  private boolean dataIsKept;
  private boolean closed;

  private LocalStack(
      Topology topology, List<Part> foundation, List<Part> services, boolean dataIsKept) {
    this.topology = topology;
    this.foundation = foundation;
    this.services = new CopyOnWriteArrayList<>(services);
    this.replicas = new CopyOnWriteArrayList<>(topology.replicas());
    this.dataIsKept = dataIsKept;
    this.tokens = new DemoTokens(topology.url(Listener.AUTH_SERVICE), DemoClient.SECRET);
  }

  /** A stack to be: everything, on free ports, with data that is removed at the end. */
  public static StackBuilder builder() {
    return new StackBuilder();
  }

  static LocalStack start(Topology topology, boolean dataIsKept, Progress progress) {
    List<Launch> foundation = new Foundation(topology).launches();
    List<Launch> services = topology.replicas().stream().map(topology::serviceLaunch).toList();
    LocalStack stack = new LocalStack(topology, parts(foundation), parts(services), dataIsKept);
    Runtime.getRuntime().addShutdownHook(stack.onExit);
    try {
      Launch.together(foundation, progress);
      Launch.together(services, progress);
    } catch (RuntimeException e) {
      stack.keepData();
      stack.close();
      throw e;
    }
    return stack;
  }

  private static List<Part> parts(List<Launch> launches) {
    return launches.stream().map(Launch::part).toList();
  }

  /** The public API. */
  public URI gateway() {
    return topology.url(Listener.GATEWAY_SERVICE);
  }

  /** Where tokens are had: under {@code /oauth2/token}. */
  public URI auth() {
    return topology.url(Listener.AUTH_SERVICE);
  }

  /** The demo clients' tokens, from auth-service. */
  public DemoTokens tokens() {
    return tokens;
  }

  /** The health, metrics and internal API of one service, by the name of its module. */
  public URI service(String name) {
    return topology.url(Service.named(name).listener());
  }

  /** The address of one process of a service, by the name of its part. */
  public URI url(String part) {
    return Topology.url(replica(part).port());
  }

  /**
   * The way from that process of a service to the broker.
   *
   * @throws IllegalStateException when the stack is not separable
   */
  public Link wayToBroker(String part) {
    return ways(part).broker();
  }

  /**
   * The way from that process of a service to the database.
   *
   * @throws IllegalStateException when the stack is not separable
   */
  public Link wayToDatabase(String part) {
    return ways(part).database();
  }

  private Replica.Ways ways(String part) {
    Replica.Ways ways = replica(part).ways();
    if (ways == null) {
      throw new IllegalStateException(part + " has no ways of its own");
    }
    return ways;
  }

  private Replica replica(String part) {
    return replicas.stream()
        .filter(replica -> replica.name().equals(part))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no service runs as " + part));
  }

  /** The Webex simulator, whose control API is under {@code /_sim}. */
  public URI webexSimulator() {
    return topology.url(Listener.WEBEX_SIMULATOR);
  }

  /** The simulator of Graph and Entra, whose control API is under {@code /_sim}. */
  public URI microsoftSimulator() {
    return topology.url(Listener.MICROSOFT_SIMULATOR);
  }

  /** Whether Webex and Microsoft 365 are both simulated, so that nobody real is invited. */
  public boolean simulatesVendors() {
    return topology.vendors().size() == Vendor.values().length;
  }

  /** The page that shows what a simulated vendor holds, by the vendor's name. */
  public Map<String, URI> simulatorPages() {
    Map<String, URI> pages = new LinkedHashMap<>();
    for (Vendor vendor : topology.vendors()) {
      pages.put(vendor.label(), topology.url(vendor.simulator()));
    }
    return pages;
  }

  /** What Kafka's clients are given. */
  public String brokers() {
    return topology.broker().address();
  }

  /** The broker's process. */
  public Part broker() {
    return part(Topology.KAFKA);
  }

  /** The database's process. */
  public Part database() {
    return part(Topology.POSTGRESQL);
  }

  /** Every process, in the order in which they are started. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(foundation);
    parts.addAll(services);
    return parts;
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

  /** Starts one more process of that service, beside those that run: {@code <name>-2} and so on. */
  public Part addReplica(String name) {
    Service service = Service.named(name);
    long number = services.stream().filter(part -> part.name().startsWith(name)).count() + 1;
    Replica replica = new Replica(service, name + "-" + number, Ports.anotherFree(), null);
    Part part = topology.servicePart(replica);
    replicas.add(replica);
    services.add(part);
    part.start();
    return part;
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
    Launch.end(foundation);
    replicas.stream().map(Replica::ways).filter(Objects::nonNull).forEach(Replica.Ways::close);
    try {
      if (!dataIsKept) {
        PathUtils.deleteDirectory(topology.data());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
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
