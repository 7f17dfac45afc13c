package dev.convene.chaos;

import dev.convene.chaos.checking.Cancel;
import dev.convene.chaos.checking.Order;
import dev.convene.chaos.checking.Receipt;
import dev.convene.chaos.observing.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Clients that cancel what they have asked for, under load: each sends its order when its turn
 * comes, as the load does too, and with the 202 cancels it, half of them at once and the others up
 * to half a minute later.
 *
 * @param count of orders
 * @param perSecond sendings of the load, whose order and pace are kept
 * @param percent of the orders that are cancelled, 0 to 50
 * @param gateways to which requests go in turn
 */
record Cancels(
    Orders orders, Sequence sequence, int count, double perSecond, int percent, List<Api> gateways) {

  private static final int HUNDRED = 100;
  private static final int LONGEST_SECONDS = 30;

  /**
   * What became of it.
   *
   * @param receipts for the orders that were sent here
   */
  record Sent(List<Receipt> receipts, List<Cancel> cancels) {}

  /** Which orders are cancelled: the same for the same numbers. */
  List<Integer> chosen() {
    return percent == 0
        ? List.of()
        : IntStream.range(0, count).filter(this::isChosen).boxed().toList();
  }

  private boolean isChosen(int number) {
    int every = HUNDRED / percent;
    return number % every == every / 2;
  }

  /** Sends it all, and waits for the answers. */
  Sent run() {
    List<Receipt> receipts = new ArrayList<>();
    List<Cancel> cancels = new ArrayList<>();
    long began = System.nanoTime();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all =
          chosen().stream()
              .map(number ->
                  CompletableFuture.runAsync(
                      () -> scheduleAndCancel(number, began, receipts, cancels), clients))
              .toList();
      CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
    }
    return new Sent(List.copyOf(receipts), List.copyOf(cancels));
  }

  private void scheduleAndCancel(
      int number, long began, List<Receipt> receipts, List<Cancel> cancels) {
    Order order = orders.order(number);
    Api gateway = gateways.get(number % gateways.size());
    sleepUntil(began, Duration.ofMillis((long) (sequence.place(number) / perSecond * 1000)));
    Api.Sent sent = gateway.send(order.key(), Orders.body(order));
    synchronized (receipts) {
      receipts.add(new Receipt(number, sent.status(), sent.meeting()));
    }
    if (sent.meeting() != null) {
      sleepUntil(System.nanoTime(), waits(number));
      int status = gateway.cancel(sent.meeting());
      synchronized (cancels) {
        cancels.add(new Cancel(number, sent.meeting(), status));
      }
    }
  }

  private static Duration waits(int number) {
    return number % 4 < 2 ? Duration.ZERO : Duration.ofSeconds(number % LONGEST_SECONDS);
  }

  private static void sleepUntil(long began, Duration later) {
    try {
      Thread.sleep(Duration.ofNanos(began + later.toNanos() - System.nanoTime()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
