package dev.convene.local;

import dev.convene.local.kafka.Broker;
import dev.convene.local.network.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One process of a service.
 *
 * @param name the service's module, with a number from the second on
 * @param port where it listens
 * @param ways how it reaches broker and database; absent where it does so directly
 */
record Replica(Service service, String name, int port, @Nullable Ways ways) {

  /**
   * Links of its own.
   *
   * @param door the broker's, behind the link
   */
  record Ways(Broker.Door door, Link broker, Link database) {

    private static Ways to(int databasePort) {
      Broker.Door door = new Broker.Door(Ports.anotherFree(), Ports.anotherFree());
      return new Ways(
          door,
          Link.between(door.advertised(), door.port()),
          Link.between(Ports.anotherFree(), databasePort));
    }

    void close() {
      broker.close();
      database.close();
    }
  }

  static List<Replica> of(List<Service> services, int each, boolean separable, Ports ports) {
    List<Replica> replicas = new ArrayList<>();
    for (Service service : services) {
      for (int number = 1; number <= each; number++) {
        replicas.add(
            new Replica(
                service,
                number == 1 ? service.module() : service.module() + "-" + number,
                number == 1 ? ports.of(service.listener()) : Ports.anotherFree(),
                separable ? Ways.to(ports.of(Listener.POSTGRESQL)) : null));
      }
    }
    return replicas;
  }

  Optional<Broker.Door> door() {
    return Optional.ofNullable(ways).map(Ways::door);
  }
}
