package dev.convene.chaos;

import dev.convene.chaos.checking.Checker;
import dev.convene.chaos.checking.Evidence;
import dev.convene.chaos.checking.Findings;
import dev.convene.chaos.checking.Happening;
import dev.convene.chaos.checking.Order;
import dev.convene.chaos.checking.Receipt;
import dev.convene.chaos.compose.ComposeStack;
import dev.convene.local.process.StartFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A worker is killed, and then every service is restarted in turn, all under a load that goes on
 * until that is done. Kafka's own waits are those of production.
 */
final class RollingRestart {

  private static final double PER_SECOND = 10;
  private static final int IN_A_PART = 100;
  private static final int HOSTS = 200;
  private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(4);
  private static final Duration BOUND = Duration.ofMinutes(4);

  private final ComposeStack stack;
  private final Consumer<String> progress;
  private final Queue<Happening> happenings = new ConcurrentLinkedQueue<>();

  RollingRestart(ComposeStack stack, Consumer<String> progress) {
    this.stack = stack;
    this.progress = progress;
  }

  Outcome run(Watched system) throws InterruptedException {
    Orders orders = Watched.orders(number -> "host" + number % HOSTS + "@load.example");
    List<Load.Sending> sendings = new ArrayList<>();
    int sent = 0;
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> restarting = thread.submit(this::restartAll);
      boolean over;
      do {
        over = restarting.isDone(); // so that the last part finds all of it over
        Sequence part = new Sequence(sent, IN_A_PART);
        sendings.addAll(system.load(orders, part, PER_SECOND).run());
        sent += IN_A_PART;
      } while (!over);
      restarting.get();
    } catch (ExecutionException e) {
      throw new StartFailed("a service did not come back: " + e.getCause(), e);
    }
    progress.accept(sent + " meetings were sent; resident MiB under load: " + memory());
    List<Receipt> receipts = new ArrayList<>();
    sendings.forEach(sending -> receipts.add(sending.receipt()));
    receipts.addAll(system.sendAgain(orders, sent, receipts));
    Duration toEnd = system.awaitEnd(BOUND);
    progress.accept("all ended, or the bound is reached, after " + toEnd);
    List<Order> all = IntStream.range(0, sent).mapToObj(orders::order).toList();
    Evidence evidence = system.evidence(all, receipts, List.copyOf(happenings), true);
    Findings findings = Checker.check(evidence);
    return new Outcome(
        0, evidence, findings, Figures.of(evidence, findings, sendings, toEnd), List.of());
  }

  private void restartAll() {
    happen(
        "kill",
        "webex-service",
        service -> {
          stack.kill(service);
          stack.start(service, HEALTHY_WITHIN);
        });
    for (String service : ComposeStack.SERVICES) {
      happen("restart", service, it -> stack.restart(it, HEALTHY_WITHIN));
    }
  }

  private void happen(String what, String service, Consumer<String> action) {
    progress.accept(what + " " + service);
    Instant from = Instant.now();
    action.accept(service);
    happenings.add(new Happening(what, service, from, Instant.now()));
    progress.accept(service + " is healthy again");
  }

  private Map<String, Long> memory() {
    return stack.residentMiB();
  }
}
