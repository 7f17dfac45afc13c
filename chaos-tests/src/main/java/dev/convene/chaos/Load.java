package dev.convene.chaos;

import dev.convene.benchmarks.Arrivals;
import dev.convene.benchmarks.Driver;
import dev.convene.benchmarks.Exchange;
import dev.convene.chaos.checking.Receipt;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * An open-loop load on several gateways in turn: what is sent when is fixed beforehand.
 *
 * @param perSecond sendings, over all gateways
 * @param bearer the token of the client whose orders they are, as a header has it
 */
record Load(
    Orders orders,
    Sequence sequence,
    double perSecond,
    List<URI> gateways,
    Supplier<String> bearer) {

  private static final int CONNECTIONS = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final double NANOS = 1e9;

  /**
   * What became of one sending.
   *
   * @param dueAt when it was to be sent
   */
  record Sending(int order, Instant dueAt, Exchange exchange) {

    Receipt receipt() {
      return new Receipt(order, exchange.status(), exchange.meeting());
    }

    long nanos() {
      return exchange.answered() - exchange.intended();
    }
  }

  Duration lasts() {
    return Duration.ofMillis((long) (1000 * sequence.sendings() / perSecond));
  }

  /** Sends it all, and waits for the answers. */
  List<Sending> run() throws InterruptedException {
    List<Future<List<Sending>>> parts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(gateways.size())) {
      for (int i = 0; i < gateways.size(); i++) {
        int first = i;
        parts.add(threads.submit(() -> run(first)));
      }
    }
    List<Sending> all = new ArrayList<>();
    for (Future<List<Sending>> part : parts) {
      try {
        all.addAll(part.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("the load cannot be driven", e);
      }
    }
    return all;
  }

  /** Each gateway gets every so-manieth sending. */
  private List<Sending> run(int first) throws IOException {
    URI gateway = gateways.get(first);
    int step = gateways.size();
    double rate = perSecond / step;
    Arrivals arrivals = new Arrivals((sequence.sendings() - first + step - 1) / step, rate);
    Driver driver =
        new Driver(
            new InetSocketAddress(gateway.getHost(), gateway.getPort()),
            CONNECTIONS,
            PATIENCE,
            arrivals,
            number ->
                orders.bytes(
                    sequence.order(number * step + first), gateway.getAuthority(), bearer.get()));
    Instant began = driver.beganAt();
    return driver.run().stream()
        .map(exchange -> {
          int number = (int) Math.round(exchange.intended() * rate / NANOS);
          return new Sending(
              sequence.order(number * step + first),
              began.plusNanos(exchange.intended()),
              exchange);
        })
        .toList();
  }
}
