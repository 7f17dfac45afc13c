package dev.convene.local.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A port of the loopback address that passes all on to another one, until it is told not to. Who
 * uses it takes it for the other.
 */
public final class Link implements AutoCloseable {

  private static final int CONNECT_MILLIS = 3000;
  private static final int BUFFER = 32 * 1024;
  private static final int BACKLOG = 256;

  private enum State {
    WHOLE,
    SILENT,
    SEVERED,
    CLOSED
  }

  private final ServerSocket door;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile State state = State.WHOLE;

  private Link(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** From that port to the other; listens at once. The other need not be there yet. */
  public static Link between(int port, int target) {
    try {
      ServerSocket door = new ServerSocket();
      door.setReuseAddress(true);
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      Link link = new Link(door, target);
      Thread.ofVirtual().name("link-" + port).start(link::accept);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException("no link from port " + port, e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /**
   * Nothing passes in either direction, and nobody is told: what is sent waits, as it does where
   * packets are lost. Connections go on after {@link #heal()}, unless one side gave up.
   */
  public void silence() {
    become(State.SILENT);
  }

  /** All connections end, and each new one at once. */
  public void sever() {
    become(State.SEVERED);
    sockets.forEach(Link::end);
  }

  /** All passes again. */
  public void heal() {
    become(State.WHOLE);
  }

  private void become(State next) {
    lock.lock();
    try {
      if (state != State.CLOSED) {
        state = next;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    while (state != State.CLOSED) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        // Closed, or too many open files for a moment: the client tries again.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket()) {
      sockets.add(client);
      sockets.add(server);
      awaitPassage();
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread answers = Thread.ofVirtual().start(() -> pump(server, client));
      pump(client, server);
      answers.join();
    } catch (IOException _) {
      // The other end is not there; the client learns it by its connection's end.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(client);
    }
  }

  /** Until one side ends; then the other ends, too. */
  private void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      int length = in.read(buffer);
      while (length >= 0) {
        awaitPassage();
        out.write(buffer, 0, length);
        length = in.read(buffer);
      }
    } catch (IOException _) {
      // One side is gone, which ends the connection.
    } finally {
      sockets.remove(from);
      end(from);
      sockets.remove(to);
      end(to);
    }
  }

  private void awaitPassage() throws IOException {
    lock.lock();
    try {
      while (state == State.SILENT) {
        changed.awaitUninterruptibly();
      }
      if (state != State.WHOLE) {
        throw new IOException("severed");
      }
    } finally {
      lock.unlock();
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is of no use either way.
    }
  }

  @Override
  public void close() {
    become(State.CLOSED);
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sockets.forEach(Link::end);
    }
  }
}
