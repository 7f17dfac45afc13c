package dev.convene.servers;

import com.github.fppt.jedismock.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A Redis server on the loopback address. Where it is embedded, it is a stand-in in this JVM that
 * knows the commands, but keeps nothing.
 */
public interface Redis extends AutoCloseable {

  /** A new one. */
  static Redis started() {
    return switch (Source.chosen()) {
      case CONTAINERS -> contained();
      case EMBEDDED -> embedded();
    };
  }

  /** What a client is given. */
  String url();

  @Override
  void close();

  private static Redis contained() {
    int port = FreePort.next();
    Container container =
        new Container(Images.REDIS, port, 6379)
            .waitingFor(Wait.forLogMessage(".*Ready to accept connections.*\\s", 1));
    container.start();
    return new Redis() {
      @Override
      public String url() {
        return "redis://127.0.0.1:" + port;
      }

      @Override
      public void close() {
        container.stop();
      }
    };
  }

  private static Redis embedded() {
    try {
      RedisServer server = RedisServer.newRedisServer().start();
      return new Redis() {
        @Override
        public String url() {
          return "redis://" + server.getHost() + ":" + server.getBindPort();
        }

        @Override
        public void close() {
          try {
            server.stop();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
