package dev.convene.chaos;

import dev.convene.chaos.checking.Cancel;
import dev.convene.chaos.checking.Checker;
import dev.convene.chaos.checking.Evidence;
import dev.convene.chaos.checking.Findings;
import dev.convene.chaos.checking.Order;
import dev.convene.chaos.checking.Receipt;
import dev.convene.chaos.disturbing.Disturber;
import dev.convene.chaos.disturbing.ProviderFaults;
import dev.convene.chaos.disturbing.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A load under disturbances; then quiet, in which clients send again what they got no answer to,
 * and everything ends; then the check.
 */
final class DisturbedRun {

  private static final int HOSTS = 200;

  /** One order of so many is for a host whose calendar refuses it. */
  private static final int REFUSED = 29;

  private final Options options;
  private final Consumer<String> progress;

  DisturbedRun(Options options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  Outcome run(Harness harness, long seed) throws InterruptedException {
    Orders orders = Harness.orders(DisturbedRun::host);
    Load load = harness.load(orders, options.meetings(), options.perSecond());
    Schedule schedule = Schedule.of(seed, load.lasts(), options.kinds(), options.targets());
    progress.accept("seed " + seed + ": " + options.meetings() + " meetings in " + load.lasts());
    schedule.planned().forEach(planned -> progress.accept(planned.toString()));
    if (disturbed()) {
      refuse(harness);
    }
    double faults = options.faults();
    ProviderFaults.webex(faults, seed).forEach(harness.webex()::fault);
    ProviderFaults.microsoft(faults, seed).forEach(harness.microsoft()::fault);
    Cancels toCancel =
        harness.cancels(orders, options.meetings(), options.perSecond(), options.cancels());
    List<Receipt> receipts = new ArrayList<>();
    List<Cancel> cancels = new ArrayList<>();
    List<Load.Sending> sendings;
    Evidence evidence;
    Duration toEnd;
    try (Disturber disturber = new Disturber(harness.stack(), progress)) {
      Thread disturbing = Thread.ofVirtual().start(() -> disturber.carryOut(schedule));
      CompletableFuture<Cancels.Sent> cancelling = CompletableFuture.supplyAsync(toCancel::run);
      sendings = load.run();
      Cancels.Sent cancelled = cancelling.join();
      disturbing.join();
      progress.accept("quiet");
      harness.webex().mend();
      harness.microsoft().mend();
      if (disturbed()) {
        refuse(harness);
      }
      sendings.forEach(sending -> receipts.add(sending.receipt()));
      receipts.addAll(cancelled.receipts());
      receipts.addAll(harness.sendAgain(orders, options.meetings(), receipts));
      cancels.addAll(cancelled.cancels());
      cancels.addAll(
          harness.cancelAgain(toCancel.chosen(), receipts, cancelled.cancels()));
      toEnd = harness.awaitEnd(options.bound());
      progress.accept("all ended, or the bound is reached, after " + toEnd);
      List<Order> all = IntStream.range(0, options.meetings()).mapToObj(orders::order).toList();
      evidence =
          harness.evidence(all, receipts, cancels, disturber.happenings(), disturbed());
    }
    Findings findings = Checker.check(evidence);
    return new Outcome(
        seed, evidence, findings, Figures.of(evidence, findings, sendings, toEnd), List.of());
  }

  private boolean disturbed() {
    return options.faults() > 0 || !options.kinds().isEmpty();
  }

  private static String host(int number) {
    return number % REFUSED == 0
        ? Harness.REFUSED.formatted(number / REFUSED % HOSTS)
        : "host%d@load.example".formatted(number % HOSTS);
  }

  private static void refuse(Harness harness) {
    harness
        .microsoft()
        .fault(
            Map.of(
                "kind",
                "status-before",
                "method",
                "POST",
                "status",
                403,
                "mailbox",
                Harness.REFUSED.replace("%d", "*")));
  }
}
