package dev.convene.chaos;

import dev.convene.chaos.checking.Checker;
import dev.convene.chaos.checking.Claim;
import dev.convene.chaos.checking.Evidence;
import dev.convene.chaos.checking.Findings;
import dev.convene.chaos.checking.Order;
import dev.convene.chaos.checking.Promise;
import dev.convene.chaos.checking.Receipt;
import dev.convene.chaos.checking.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One host wants more meetings than Webex gives in a day; the others do not notice. */
final class HostOverQuota {

  static final int PER_DAY = 100;

  private static final String BUSY = "busy@load.example";
  private static final int HOSTS = 100;

  /** From this order on, one of so many is the busy host's. */
  private static final int FROM = 500;

  private static final int EVERY = 5;
  private static final int MEETINGS = 1150;
  private static final double NOISE = 2;
  private static final Duration WAIT = Duration.ofSeconds(20);

  private final Options options;
  private final Consumer<String> progress;

  HostOverQuota(Options options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  private static String host(int number) {
    return number >= FROM && number % EVERY == 0
        ? BUSY
        : "host%d@load.example".formatted(number % HOSTS);
  }

  Outcome run(Harness harness, long seed) throws InterruptedException {
    Orders orders = Harness.orders(HostOverQuota::host);
    progress.accept(MEETINGS + " meetings, " + (MEETINGS - FROM) / EVERY + " of one host");
    Load load = harness.load(orders, MEETINGS, options.perSecond());
    List<Load.Sending> sendings = load.run();
    List<Receipt> receipts = new ArrayList<>(sendings.stream().map(Load.Sending::receipt).toList());
    receipts.addAll(harness.sendAgain(orders, MEETINGS, receipts));
    Duration toEnd = harness.awaitEnd(WAIT);
    List<Order> all = IntStream.range(0, MEETINGS).mapToObj(orders::order).toList();
    Evidence evidence = harness.evidence(all, receipts, List.of(), true);
    Findings findings = othersOnly(Checker.check(evidence), evidence);
    Map<String, String> figures = Figures.of(evidence, findings, sendings, toEnd);
    return new Outcome(seed, evidence, findings, figures, missed(evidence, sendings, figures));
  }

  /** That the busy host's have not ended is what is wanted here. */
  private static Findings othersOnly(Findings findings, Evidence evidence) {
    Set<UUID> busy =
        evidence.claims().values().stream()
            .filter(claim -> claim.host().equals(BUSY))
            .map(Claim::id)
            .collect(Collectors.toSet());
    return new Findings(
        findings.violations().stream().filter(violation -> !waits(violation, busy)).toList(),
        findings.knownHole());
  }

  private static boolean waits(Violation violation, Set<UUID> busy) {
    UUID meeting = violation.meeting();
    return violation.promise() == Promise.EVERYTHING_ENDS
        && meeting != null
        && busy.contains(meeting);
  }

  private static List<String> missed(
      Evidence evidence, List<Load.Sending> sendings, Map<String, String> figures) {
    List<String> missed = new ArrayList<>();
    List<Claim> busy =
        evidence.claims().values().stream().filter(claim -> claim.host().equals(BUSY)).toList();
    long scheduled = busy.stream().filter(claim -> claim.status().equals(Claim.SCHEDULED)).count();
    List<Claim> waiting = busy.stream().filter(claim -> claim.status().equals("DELAYED")).toList();
    figures.put("the busy host's: scheduled, waiting", scheduled + ", " + waiting.size());
    if (scheduled != PER_DAY || scheduled + waiting.size() != busy.size()) {
      missed.add(
          "of the busy host's meetings not " + PER_DAY + " are scheduled, and the rest waits");
    }
    if (!waiting.stream().allMatch(HostOverQuota::saysWhyAndUntilWhen)) {
      missed.add("a meeting that waits for the quota does not say so, or not until when");
    }
    Instant since =
        sendings.stream()
            .filter(sending -> sending.order() >= FROM)
            .map(Load.Sending::dueAt)
            .min(Instant::compareTo)
            .orElseThrow();
    Neighbours others = Neighbours.of(BUSY, since, evidence);
    others.into(figures);
    if (others.slowedBy(NOISE)) {
      missed.add("other hosts' meetings took longer");
    }
    return missed;
  }

  private static boolean saysWhyAndUntilWhen(Claim claim) {
    Claim.Run last = claim.timeline().getLast();
    return "webex.day-quota".equals(last.reason()) && last.nextAttemptAt() != null;
  }
}
