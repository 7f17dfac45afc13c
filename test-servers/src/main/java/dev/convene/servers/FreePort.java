package dev.convene.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports that nobody uses, from below the range that systems use for outgoing connections: a client
 * that knocks at a stopped server could be given that server's own port there.
 */
final class FreePort {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 31_999;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  static int next() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1))
        .filter(FreePort::isFree)
        .filter(GIVEN::add)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
