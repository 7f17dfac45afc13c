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
  private static final int IN_A_ROUND = 50;
  private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(4);
  private static final Duration BOUND = Duration.ofMinutes(4);

  private final ComposeStack stack;
  private final Consumer<String> progress;
  private final Queue<Happening> happenings = new ConcurrentLinkedQueue<>();

  RollingRestart(ComposeStack stack, Consumer<String> progress) {
    this.stack = stack;
    this.progress = progress;
  }

  /**
   * A part of the load, with hosts of its own.
   *
   * @param receipts of first and further sendings
   */
  private record Round(Orders orders, List<Load.Sending> sendings, List<Receipt> receipts) {}

  /** One outcome for each part of the load. */
  List<Outcome> run(Watched system) throws InterruptedException {
    List<Round> rounds = new ArrayList<>();
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> restarting = thread.submit(this::restartAll);
      while (!restarting.isDone()) {
        rounds.add(round(system, rounds.size()));
      }
      restarting.get();
    } catch (ExecutionException e) {
      throw new StartFailed("a service did not come back: " + e.getCause(), e);
    }
    // This one finds all of it over.
    rounds.add(round(system, rounds.size()));
    progress.accept(rounds.size() * IN_A_ROUND + " meetings were sent; under load " + memory());
    for (Round round : rounds) {
      round.receipts().addAll(system.sendAgain(round.orders(), IN_A_ROUND, round.receipts()));
    }
    Duration toEnd = system.awaitEnd(BOUND);
    progress.accept("all ended, or the bound is reached, after " + toEnd);
    return rounds.stream().map(round -> outcome(system, round, toEnd)).toList();
  }

  private Round round(Watched system, int number) throws InterruptedException {
    Orders orders = Watched.orders(order -> "r" + number + "host" + order + "@load.example");
    List<Load.Sending> sendings = system.load(orders, IN_A_ROUND, PER_SECOND).run();
    List<Receipt> receipts = new ArrayList<>();
    sendings.forEach(sending -> receipts.add(sending.receipt()));
    return new Round(orders, sendings, receipts);
  }

  private Outcome outcome(Watched system, Round round, Duration toEnd) {
    List<Order> orders = IntStream.range(0, IN_A_ROUND).mapToObj(round.orders()::order).toList();
    Evidence evidence = system.evidence(orders, round.receipts(), List.copyOf(happenings), true);
    Findings findings = Checker.check(evidence);
    return new Outcome(
        0, evidence, findings, Figures.of(evidence, findings, round.sendings(), toEnd), List.of());
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
