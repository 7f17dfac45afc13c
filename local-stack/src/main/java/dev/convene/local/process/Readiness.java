package dev.convene.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Tells whether a process does its work already. */
@FunctionalInterface
public interface Readiness {

  /**
   * Asks once, and answers within a few seconds.
   *
   * @throws IOException when it cannot be asked, which counts as not ready
   */
  boolean isReady() throws IOException, InterruptedException;

  /** Ready when {@code url} answers 200. */
  static Readiness http(URI url) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(3)).build();
    return () -> client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  /** Ready when something listens on that port of the loopback address. */
  static Readiness listening(int port) {
    return () -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return true;
      }
    };
  }

  /** Ready when both are; the other is not asked before this one is. */
  default Readiness and(Readiness other) {
    return () -> isReady() && other.isReady();
  }
}
