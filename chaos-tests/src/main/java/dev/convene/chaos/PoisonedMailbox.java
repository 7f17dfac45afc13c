package dev.convene.chaos;

import dev.convene.chaos.checking.Checker;
import dev.convene.chaos.checking.Evidence;
import dev.convene.chaos.checking.Findings;
import dev.convene.chaos.checking.Happening;
import dev.convene.chaos.checking.Order;
import dev.convene.chaos.checking.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Every call for one mailbox takes half a minute; the others hardly notice. */
final class PoisonedMailbox {

  private static final String POISONED = "poisoned@load.example";
  private static final Map<String, Object> SLOW =
      Map.of("kind", "latency", "delay", "PT30S", "mailbox", POISONED);
  private static final int HOSTS = 100;

  /** From this order on, one of so many is for the poisoned mailbox. */
  private static final int FROM = 800;

  private static final int EVERY = 20;
  private static final int MEETINGS = 2000;
  private static final double HARDLY = 2;

  private final Options options;
  private final Consumer<String> progress;

  PoisonedMailbox(Options options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  private static String host(int number) {
    return number >= FROM && number % EVERY == 0
        ? POISONED
        : "host%d@load.example".formatted(number % HOSTS);
  }

  Outcome run(Harness harness, long seed) throws InterruptedException {
    Orders orders = Harness.orders(PoisonedMailbox::host);
    progress.accept(MEETINGS + " meetings, " + (MEETINGS - FROM) / EVERY + " of one host");
    harness.webex().fault(SLOW);
    harness.microsoft().fault(SLOW);
    List<Load.Sending> sendings = harness.load(orders, MEETINGS, options.perSecond()).run();
    Instant until = Instant.now();
    harness.webex().mend();
    harness.microsoft().mend();
    List<Receipt> receipts = new ArrayList<>(sendings.stream().map(Load.Sending::receipt).toList());
    receipts.addAll(harness.sendAgain(orders, MEETINGS, receipts));
    Duration toEnd = harness.awaitEnd(options.bound());
    Instant since =
        sendings.stream()
            .filter(sending -> sending.order() >= FROM)
            .map(Load.Sending::dueAt)
            .min(Instant::compareTo)
            .orElseThrow();
    List<Order> all = IntStream.range(0, MEETINGS).mapToObj(orders::order).toList();
    Evidence evidence =
        harness.evidence(
            all, receipts, List.of(new Happening("slow", POISONED, since, until)), true);
    Findings findings = Checker.check(evidence);
    Map<String, String> figures = Figures.of(evidence, findings, sendings, toEnd);
    Neighbours others = Neighbours.of(POISONED, since, evidence);
    others.into(figures);
    return new Outcome(
        seed,
        evidence,
        findings,
        figures,
        others.slowedBy(HARDLY) ? List.of("other mailboxes' meetings took longer") : List.of());
  }
}
