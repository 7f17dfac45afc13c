package dev.convene.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DriverTest {

  private static final Requests REQUESTS =
      new Requests("localhost", () -> "Bearer x", "test", 3, LocalDate.of(2030, 1, 1));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final Set<String> hosts = ConcurrentHashMap.newKeySet();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.close();
  }

  @Test
  void everyRequestIsSentOnceAndItsAnswerNoted() throws IOException {
    serve(exchange -> {
      JsonNode request = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
      hosts.add(request.path("host").stringValue());
      keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      exchange.getResponseHeaders().set("Location", "/api/v1/meetings/" + UUID.randomUUID());
      answer(exchange, 202);
    });

    List<Exchange> exchanges = run(Arrivals.atOnce(50), 4, PATIENCE);

    assertThat(exchanges).hasSize(50).allMatch(Exchange::accepted);
    assertThat(exchanges.stream().map(Exchange::meeting)).doesNotHaveDuplicates();
    assertThat(keys).hasSize(50);
    assertThat(hosts)
        .containsExactlyInAnyOrder(
            "host0@load.example", "host1@load.example", "host2@load.example");
  }

  @Test
  void nothingIsSentBeforeItsTime() throws IOException {
    serve(exchange -> answer(exchange, 202));

    assertThat(run(Arrivals.steady(200, 0.2), 4, PATIENCE))
        .hasSize(40)
        .allMatch(each -> each.sent() >= each.intended() && each.answered() >= each.sent());
  }

  @Test
  void whatHasToWaitForAConnectionIsCountedFromItsTime() throws IOException {
    serve(exchange -> answer(exchange, 202));

    List<Exchange> exchanges = run(Arrivals.atOnce(3), 1, PATIENCE);

    assertThat(exchanges).extracting(Exchange::intended).containsOnly(0L);
    assertThat(exchanges.get(1).sent()).isGreaterThanOrEqualTo(exchanges.get(0).answered());
  }

  @Test
  void aRefusalIsNotedByItsStatus() throws IOException {
    serve(exchange -> answer(exchange, 503));

    assertThat(run(Arrivals.atOnce(3), 2, PATIENCE)).extracting(Exchange::status).containsOnly(503);
  }

  @Test
  void whatIsNeverAnsweredIsGivenUp() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    serve(exchange -> {
      try {
        end.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    });

    List<Exchange> exchanges = run(Arrivals.atOnce(5), 2, Duration.ofMillis(50));
    end.countDown();

    assertThat(exchanges).hasSize(5).extracting(Exchange::status).containsOnly(Exchange.NO_ANSWER);
  }

  private void serve(HttpHandler handler) {
    server.createContext(
        "/api/v1/meetings",
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    byte[] body = "{}".getBytes(US_ASCII);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private List<Exchange> run(Arrivals arrivals, int connections, Duration patience)
      throws IOException {
    return new Driver(server.getAddress(), connections, patience, arrivals, REQUESTS::bytes).run();
  }
}
