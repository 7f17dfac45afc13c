package dev.convene.gateway.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP connection's way through the test, which can be cut and mended. */
public final class Link {

  private final ServerSocket front;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Link(ServerSocket front, int target) {
    this.front = front;
    this.target = target;
  }

  static Link to(int target) {
    try {
      Link link = new Link(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().start(link::accept);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return front.getLocalPort();
  }

  /** Drops all connections, and every new one. */
  public void cut() {
    cut = true;
    sockets.forEach(Link::close);
    sockets.clear();
  }

  public void mend() {
    cut = false;
  }

  private void accept() {
    while (!front.isClosed()) {
      try {
        Socket near = front.accept();
        if (cut) {
          close(near);
        } else {
          join(near, new Socket(InetAddress.getLoopbackAddress(), target));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void join(Socket near, Socket far) {
    sockets.add(near);
    sockets.add(far);
    Thread.ofVirtual().start(() -> copy(near, far));
    Thread.ofVirtual().start(() -> copy(far, near));
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // the link was cut, or one end has gone: both go
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
