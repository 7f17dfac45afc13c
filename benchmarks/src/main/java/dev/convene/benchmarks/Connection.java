package dev.convene.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One connection that is kept alive, with at most one request on it. */
final class Connection {

  private static final int LARGEST_ANSWER = 32 * 1024;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final byte[] in = new byte[LARGEST_ANSWER];
  private final ByteBuffer received = ByteBuffer.wrap(in);
  private ByteBuffer out = NOTHING;
  private boolean busy;
  private int request;
  private long sent;

  private Connection(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    this.key = channel.register(selector, SelectionKey.OP_CONNECT, this);
  }

  static Connection to(InetSocketAddress address, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    Connection connection = new Connection(channel, selector);
    if (channel.connect(address)) {
      connection.key.interestOps(SelectionKey.OP_READ);
    }
    return connection;
  }

  /** Sends that request now, or as soon as the connection stands. */
  void send(int number, byte[] bytes, long now) throws IOException {
    busy = true;
    request = number;
    sent = now;
    received.clear();
    out = ByteBuffer.wrap(bytes);
    if (channel.isConnected()) {
      write();
    }
  }

  private void write() throws IOException {
    channel.write(out);
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /**
   * Does what the network lets it do.
   *
   * @return the answer, once it is complete
   * @throws IOException when the connection is of no more use
   */
  @Nullable Answer advance() throws IOException {
    if (key.isConnectable()) {
      channel.finishConnect();
      write();
    } else if (key.isWritable()) {
      write();
    }
    return key.isReadable() ? read() : null;
  }

  private @Nullable Answer read() throws IOException {
    if (channel.read(received) < 0) {
      throw new EOFException();
    }
    try {
      Answer answer = Answer.read(in, received.position());
      if (answer == null && !received.hasRemaining()) {
        throw new IOException("the answer is too large");
      }
      return answer;
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
  }

  /** The request that is under way. */
  int request() {
    return request;
  }

  /** When it was handed over, as told. */
  long sent() {
    return sent;
  }

  boolean busy() {
    return busy;
  }

  /** The request has come to its end. */
  void free() {
    busy = false;
  }

  void close() throws IOException {
    channel.close();
  }
}
