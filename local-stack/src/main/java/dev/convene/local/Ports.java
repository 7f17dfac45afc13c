package dev.convene.local;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Where everything listens, always on the loopback address. */
public final class Ports {

  /**
   * Free ports come from below the range that systems use for outgoing connections. From within it,
   * a client that knocks at a stopped part could be given that part's own port.
   */
  private static final int LOWEST_FREE = 20_000;

  private static final int HIGHEST_FREE = 31_999;

  /** What this JVM was given, and may not listen on yet. */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private final Map<Listener, Integer> ports;

  private Ports(Map<Listener, Integer> ports) {
    this.ports = ports;
  }

  /** Those that the documentation names, each moved up by {@code offset}. */
  public static Ports standard(int offset) {
    return new Ports(
        Arrays.stream(Listener.values())
            .collect(toMap(Function.identity(), each -> each.standardPort() + offset)));
  }

  /** Any that nobody uses now. */
  public static Ports free() {
    return new Ports(
        Arrays.stream(Listener.values()).collect(toMap(Function.identity(), _ -> anotherFree())));
  }

  /** One more that nobody uses now. */
  public static int anotherFree() {
    return IntStream.generate(Ports::candidate)
        .filter(Ports::isFree)
        .filter(GIVEN::add)
        .findFirst()
        .orElseThrow();
  }

  int of(Listener listener) {
    return ports.getOrDefault(listener, -1);
  }

  /** Which of these cannot be started since something else has the port, in words. */
  String taken(Collection<Listener> wanted) {
    return wanted.stream()
        .filter(each -> !isFree(of(each)))
        .map(each -> "%d (%s)".formatted(of(each), each.label()))
        .collect(joining(", "));
  }

  private static int candidate() {
    return ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE + 1);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
