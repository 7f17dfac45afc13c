package dev.convene.chaos;

import dev.convene.benchmarks.Latency;
import dev.convene.chaos.checking.Checker;
import dev.convene.chaos.checking.Claim;
import dev.convene.chaos.checking.Evidence;
import dev.convene.chaos.checking.Findings;
import dev.convene.chaos.checking.Happening;
import dev.convene.chaos.checking.Order;
import dev.convene.chaos.checking.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Webex answers nothing for a while under load: requests are taken, wait, and are then done. */
final class WebexDown {

  private static final Duration BEFORE = Duration.ofSeconds(30);
  private static final Duration AFTER = Duration.ofSeconds(20);
  private static final int HOSTS = 200;

  /** What two runs on a busy machine differ by. */
  private static final double NOISE = 2;

  private static final double NOISE_MILLIS = 50;

  /** webex-service: half of the last 100 calls, then 10 each time that it looks again. */
  private static final int CALLS_UNTIL_OPEN = 100;

  private static final int CALLS_HALF_OPEN = 10;
  private static final int CALLS_FOR_ONE_TRY = 2;
  private static final Duration BREAKER_WAIT = Duration.ofSeconds(3);
  private static final int PROCESSES = 2;

  private final Options options;
  private final Consumer<String> progress;

  WebexDown(Options options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /** From when to when, and how many calls came meanwhile. */
  private record Outage(Instant from, Instant until, long calls) {}

  Outcome run(Harness harness, long seed) throws InterruptedException {
    Duration whole = BEFORE.plus(options.outage()).plus(AFTER);
    int count = (int) (whole.toSeconds() * options.perSecond() * 10 / 11);
    Orders orders = Harness.orders(number -> "host%d@load.example".formatted(number % HOSTS));
    progress.accept(count + " meetings in " + whole + ", Webex down for " + options.outage());
    AtomicReference<Outage> happened = new AtomicReference<>();
    Thread outage = Thread.ofVirtual().start(() -> happened.set(outage(harness)));
    List<Load.Sending> sendings = harness.load(orders, count, options.perSecond()).run();
    outage.join();
    List<Receipt> receipts = new ArrayList<>(sendings.stream().map(Load.Sending::receipt).toList());
    receipts.addAll(harness.sendAgain(orders, count, receipts));
    Duration toEnd = harness.awaitEnd(options.bound().plus(options.outage()));
    Outage down = happened.get();
    List<Order> all = IntStream.range(0, count).mapToObj(orders::order).toList();
    Evidence evidence =
        harness.evidence(
            all,
            receipts,
            List.of(new Happening("down", "Webex", down.from(), down.until())),
            true);
    return judged(seed, evidence, sendings, down, toEnd);
  }

  private Outage outage(Harness harness) {
    try {
      Thread.sleep(BEFORE);
      long before = harness.webex().calls();
      Instant from = Instant.now();
      harness.webex().fault(Map.of("kind", "status-before", "status", 503));
      progress.accept("Webex is down");
      Thread.sleep(options.outage());
      long calls = harness.webex().calls() - before;
      harness.webex().mend();
      progress.accept("Webex is back");
      return new Outage(from, Instant.now(), calls);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Outcome judged(
      long seed, Evidence evidence, List<Load.Sending> sendings, Outage down, Duration toEnd) {
    Findings findings = Checker.check(evidence);
    Map<String, String> figures = Figures.of(evidence, findings, sendings, toEnd);
    List<String> missed = new ArrayList<>();

    Latency before =
        Figures.accepting(
            sendings.stream().filter(sent -> sent.dueAt().isBefore(down.from())).toList());
    Latency during =
        Figures.accepting(
            sendings.stream()
                .filter(sent -> !sent.dueAt().isBefore(down.from()))
                .filter(sent -> sent.dueAt().isBefore(down.until()))
                .toList());
    figures.put(
        "202, p99: before, during",
        "%s, %s ms".formatted(Figures.number(before.p99()), Figures.number(during.p99())));
    if (during.p99() > NOISE * before.p99() + NOISE_MILLIS) {
      missed.add("requests were accepted more slowly while Webex was down");
    }

    double outageSeconds = Duration.between(down.from(), down.until()).toSeconds();
    long most =
        PROCESSES
            * CALLS_FOR_ONE_TRY
            * (CALLS_UNTIL_OPEN
                + (long) (CALLS_HALF_OPEN * (1 + outageSeconds / BREAKER_WAIT.toSeconds())));
    figures.put("calls to Webex while it was down, at most", down.calls() + ", " + most);
    if (down.calls() > most) {
      missed.add("Webex was asked too often while it was down");
    }

    List<Claim> waited =
        evidence.claims().values().stream()
            .filter(claim -> claim.acceptedAt().isBefore(down.until()))
            .filter(claim -> claim.endedAt().filter(down.until()::isBefore).isPresent())
            .toList();
    Instant drained =
        waited.stream()
            .flatMap(claim -> claim.endedAt().stream())
            .max(Comparator.naturalOrder())
            .orElse(down.until());
    double seconds = Math.max(0.001, Duration.between(down.until(), drained).toMillis() / 1000.0);
    double normal = options.perSecond() * 10 / 11;
    figures.put(
        "waited, drained in, a second (normal)",
        "%d, %s s, %s (%s)"
            .formatted(
                waited.size(),
                Figures.number(seconds),
                Figures.number(waited.size() / seconds),
                Figures.number(normal)));
    if (waited.size() / seconds < normal / 2) {
      missed.add("the backlog was drained at less than half of the normal rate");
    }

    long delays = waited.stream().mapToLong(claim -> claim.delaysOf("create-meeting")).sum();
    long several = waited.stream().filter(claim -> claim.delaysOf("create-meeting") > 1).count();
    figures.put("announced delays, meetings with more than one", delays + ", " + several);
    return new Outcome(seed, evidence, findings, figures, missed);
  }
}
