package dev.convene.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Sends requests at their times over as many connections as that takes, from one thread, so that it
 * costs little beside the system on the same machine. A request whose time has come while all
 * connections are taken goes as soon as one is free; its latency still counts from its time.
 *
 * <p>Serves for one run.
 */
public final class Driver {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final InetSocketAddress address;
  private final int mostConnections;
  private final Duration patience;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final List<Connection> open = new ArrayList<>();
  private final List<Exchange> done = new ArrayList<>();
  private final Arrivals arrivals;
  private final IntFunction<byte[]> requests;
  private final Instant beganAt = Instant.now();
  private final long began = System.nanoTime();
  private int next;

  /**
   * A driver of that load.
   *
   * @param patience how long it waits where no more answers come
   */
  public Driver(
      InetSocketAddress address,
      int mostConnections,
      Duration patience,
      Arrivals arrivals,
      IntFunction<byte[]> requests) {
    this.address = address;
    this.mostConnections = mostConnections;
    this.patience = patience;
    this.arrivals = arrivals;
    this.requests = requests;
  }

  /** What the times of the exchanges count from. */
  public Instant beganAt() {
    return beganAt;
  }

  /** Sends them all, and waits for the answers. */
  public List<Exchange> run() throws IOException {
    try (Selector selector = Selector.open()) {
      long lastHeard = 0;
      while (done.size() < arrivals.count()) {
        sendWhatIsDue(selector);
        int before = done.size();
        select(selector);
        long now = now();
        if (done.size() > before || nothingIsUnderWay()) {
          lastHeard = now;
        } else if (now - lastHeard > patience.toNanos()) {
          giveUp(now);
        }
      }
    } finally {
      for (Connection connection : open) {
        connection.close();
      }
    }
    return done;
  }

  private void sendWhatIsDue(Selector selector) throws IOException {
    while (next < arrivals.count() && arrivals.at(next) <= now()) {
      Connection connection = idle.pollFirst();
      if (connection == null) {
        if (open.size() == mostConnections) {
          return;
        }
        connection = Connection.to(address, selector);
        open.add(connection);
      }
      int number = next++;
      try {
        connection.send(number, requests.apply(number), now());
      } catch (IOException _) {
        lose(connection);
      }
    }
  }

  /** Sleeps to the next millisecond after the next arrival: spinning would cost a core. */
  private void select(Selector selector) throws IOException {
    long wait = patience.toMillis();
    if (next < arrivals.count() && (open.size() < mostConnections || !idle.isEmpty())) {
      wait = Math.min(wait, Math.ceilDiv(arrivals.at(next) - now(), NANOS_PER_MILLI));
    }
    if (wait > 0) {
      selector.select(this::advance, wait);
    } else {
      selector.selectNow(this::advance);
    }
  }

  private void advance(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    try {
      Answer answer = connection.advance();
      if (answer != null && connection.busy()) {
        finish(connection, answer);
      }
    } catch (IOException _) {
      lose(connection);
    }
  }

  private void finish(Connection connection, Answer answer) throws IOException {
    int number = connection.request();
    done.add(
        new Exchange(
            arrivals.at(number), connection.sent(), now(), answer.status(), answer.meeting()));
    connection.free();
    if (answer.last()) {
      open.remove(connection);
      connection.close();
    } else {
      // The one used last: its buffers are warm, and those that a burst needed stay idle.
      idle.addFirst(connection);
    }
  }

  private void lose(Connection connection) {
    open.remove(connection);
    idle.remove(connection);
    if (connection.busy()) {
      unanswered(connection.request(), connection.sent(), now());
    }
    try {
      connection.close();
    } catch (IOException _) {
      // It is of no use either way, and what it carried counts as unanswered.
    }
  }

  private void giveUp(long now) {
    List.copyOf(open).stream().filter(Connection::busy).forEach(this::lose);
    while (next < arrivals.count()) {
      unanswered(next++, now, now);
    }
  }

  private void unanswered(int number, long sent, long now) {
    done.add(new Exchange(arrivals.at(number), sent, now, Exchange.NO_ANSWER, null));
  }

  private boolean nothingIsUnderWay() {
    return open.size() == idle.size();
  }

  private long now() {
    return System.nanoTime() - began;
  }
}
