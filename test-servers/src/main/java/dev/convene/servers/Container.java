package dev.convene.servers;

import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** A container that listens at one port of the loopback address, also after it was stopped. */
final class Container extends GenericContainer<Container> {

  private static final int STOP_SECONDS = 20;

  /**
   * @param port of the loopback address
   * @param inside the port that it listens on
   */
  Container(String image, int port, int inside) {
    super(image);
    setPortBindings(List.of("127.0.0.1:" + port + ":" + inside));
  }

  /** Stops it in good order; its data stay. */
  void halt() {
    getDockerClient().stopContainerCmd(getContainerId()).withTimeout(STOP_SECONDS).exec();
  }

  /** Lets it go on with its data; it may not answer yet. */
  void goOn() {
    getDockerClient().startContainerCmd(getContainerId()).exec();
  }
}
