package dev.convene.simulators.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens on a port and hands each request to a handler, on a virtual thread of its own. */
public final class Listener {
  /** The longest body that is read, in bytes; a longer one is answered with 413. */
  public static final int MAX_BODY = 4 * 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(Listener.class.getName());

  static {
    // The JDK's server reads these once, when it is first used.
    Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.maxIdleConnections", "10000",
            // Longer than any client keeps its own, so that no request meets a closing connection.
            "sun.net.httpserver.idleInterval", "600")
        .forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Listener(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   */
  public static Listener start(InetAddress address, int port, Handler handler) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 1024);
    Listener listener = new Listener(server);
    server.createContext("/", exchange -> serve(exchange, handler));
    server.setExecutor(listener.threads);
    server.start();
    return listener;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Closes the port and all connections. */
  public void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void serve(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
      Reply reply =
          body.length > MAX_BODY
              ? Reply.text(413, "text/plain", "The body is longer than 4 MiB.\n")
              : answer(call(exchange, body), handler);
      if (reply.status() != 0) {
        send(exchange, reply);
      }
    }
  }

  private static Call call(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return new Call(exchange.getRequestMethod(), target(exchange), headers, body);
  }

  private static String target(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    return (path == null ? "/" : path) + (query == null ? "" : "?" + query);
  }

  private static Reply answer(Call call, Handler handler) {
    try {
      return handler.handle(call);
    } catch (Refusal refusal) {
      return refusal.reply();
    } catch (RuntimeException bug) {
      LOG.log(
          Level.ERROR, () -> "The simulator failed at " + call.method() + " " + call.path(), bug);
      return Reply.text(500, "text/plain", "The simulator itself failed; its log says why.\n");
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean bodiless = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
    if (!bodiless) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(reply.body());
      }
    }
  }
}
