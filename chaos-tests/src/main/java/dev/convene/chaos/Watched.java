package dev.convene.chaos;

import dev.convene.chaos.checking.Cancel;
import dev.convene.chaos.checking.Claim;
import dev.convene.chaos.checking.Evidence;
import dev.convene.chaos.checking.Happening;
import dev.convene.chaos.checking.Order;
import dev.convene.chaos.checking.Receipt;
import dev.convene.chaos.checking.Told;
import dev.convene.chaos.checking.Truth;
import dev.convene.chaos.observing.Api;
import dev.convene.chaos.observing.Outcomes;
import dev.convene.chaos.observing.Vendor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A system that runs somewhere, with simulators of the vendors, and all that is seen of it. */
abstract class Watched implements AutoCloseable {

  private static final Duration ROUND = Duration.ofMillis(250);
  private static final Duration ACCEPTING_AGAIN = Duration.ofSeconds(60);
  private static final int AT_ONCE = 8;
  private static final int ASKED_AGAIN = 200;

  private final Site site;
  private final Vendor webex;
  private final Vendor microsoft;
  private final Api api;

  /**
   * Where it is.
   *
   * @param gateways at least one
   * @param brokers what Kafka's clients are given
   * @param bearer the token of the client whose orders they are, as a header has it
   */
  record Site(
      List<URI> gateways,
      URI webexSimulator,
      URI microsoftSimulator,
      String brokers,
      Supplier<String> bearer) {}

  /**
   * @param quota meetings for one host in a day; 0 is none
   */
  Watched(Site site, int quota) {
    this.site = site;
    this.webex = Vendor.webex(site.webexSimulator());
    this.microsoft = Vendor.microsoft(site.microsoftSimulator());
    this.api = new Api(site.gateways().getFirst(), site.bearer());
    webex.set(Map.of("meetingsPerHostAndDay", quota, "callsPerMinute", 0));
    microsoft.set(Map.of("requestsPerWindow", 0, "uploadBytesPerWindow", 0));
  }

  Vendor webex() {
    return webex;
  }

  Vendor microsoft() {
    return microsoft;
  }

  Api api() {
    return api;
  }

  List<URI> gateways() {
    return site.gateways();
  }

  /** Orders of a run, for meetings that begin in two days. */
  static Orders orders(IntFunction<String> hostOf) {
    return new Orders(
        "chaos-" + Instant.now().toEpochMilli(), hostOf, LocalDate.now(ZoneOffset.UTC).plusDays(2));
  }

  Load load(Orders orders, int count, double perSecond) {
    return load(orders, new Sequence(count), perSecond);
  }

  Load load(Orders orders, Sequence sequence, double perSecond) {
    return new Load(orders, sequence, perSecond, gateways(), site.bearer());
  }

  /** Some meetings that nobody counts: the first ones take seconds. */
  void warmUp() throws InterruptedException {
    Orders orders = orders("warm%d@load.example"::formatted);
    load(orders, 100, 20).run();
    awaitEnd(Duration.ofMinutes(2));
  }

  /**
   * Sends again what got no 202, until it has one, and some of the rest, as clients may.
   *
   * @return what that came to
   */
  List<Receipt> sendAgain(Orders orders, int count, Collection<Receipt> before) {
    Set<Integer> accepted = new HashSet<>();
    before.stream().filter(Receipt::accepted).forEach(receipt -> accepted.add(receipt.order()));
    int every = Math.max(1, count / ASKED_AGAIN);
    List<Future<Receipt>> receipts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      IntStream.range(0, count)
          .filter(number -> !accepted.contains(number) || number % every == 0)
          .forEach(number -> receipts.add(threads.submit(() -> insist(orders.order(number)))));
    }
    return receipts.stream().map(Future::resultNow).toList();
  }

  private Receipt insist(Order order) throws InterruptedException {
    long end = System.nanoTime() + ACCEPTING_AGAIN.toNanos();
    Api.Sent sent = api.send(order.key(), Orders.body(order));
    while (sent.meeting() == null && System.nanoTime() < end) {
      Thread.sleep(ROUND);
      sent = api.send(order.key(), Orders.body(order));
    }
    return new Receipt(order.number(), sent.status(), sent.meeting());
  }

  /** Sends the cancels again that got no answer, until they have one. */
  List<Cancel> cancelAgain(
      Collection<Integer> chosen, Collection<Receipt> receipts, Collection<Cancel> before) {
    Set<Integer> done = new HashSet<>();
    before.stream().filter(Cancel::accepted).forEach(cancel -> done.add(cancel.order()));
    Map<Integer, UUID> meetings = new HashMap<>();
    receipts.stream()
        .filter(Receipt::accepted)
        .forEach(receipt -> meetings.put(receipt.order(), receipt.meeting()));
    List<Future<Cancel>> cancels = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      meetings.forEach((order, meeting) -> {
        if (chosen.contains(order) && !done.contains(order)) {
          cancels.add(threads.submit(() -> insist(order, meeting)));
        }
      });
    }
    return cancels.stream().map(Future::resultNow).toList();
  }

  private Cancel insist(int order, UUID meeting) throws InterruptedException {
    long end = System.nanoTime() + ACCEPTING_AGAIN.toNanos();
    Cancel cancel = new Cancel(order, meeting, api.cancel(meeting));
    while (!cancel.accepted() && System.nanoTime() < end) {
      Thread.sleep(ROUND);
      cancel = new Cancel(order, meeting, api.cancel(meeting));
    }
    return cancel;
  }

  /** Clients that cancel some of these orders while the load sends them. */
  Cancels cancels(Orders orders, int count, double perSecond, int percent) {
    List<Api> apis = gateways().stream().map(url -> new Api(url, site.bearer())).toList();
    return new Cancels(orders, new Sequence(count), count, perSecond, percent, apis);
  }

  /** How long it took until everything had ended; the bound where it did not. */
  Duration awaitEnd(Duration bound) throws InterruptedException {
    long began = System.nanoTime();
    while (!api.allEnded()) {
      if (System.nanoTime() - began > bound.toNanos()) {
        return bound;
      }
      Thread.sleep(ROUND);
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** All that is to be known of these orders; others, such as those of a warm-up, are left out. */
  Evidence evidence(
      List<Order> orders, List<Receipt> receipts, List<Happening> happenings, boolean disturbed) {
    return evidence(orders, receipts, List.of(), happenings, disturbed);
  }

  /** The same, where some of them were cancelled. */
  Evidence evidence(
      List<Order> orders,
      List<Receipt> receipts,
      List<Cancel> cancels,
      List<Happening> happenings,
      boolean disturbed) {
    Set<String> hosts = new HashSet<>();
    orders.forEach(order -> hosts.add(order.host()));
    Map<UUID, Claim> claims = api.claims();
    claims.values().removeIf(claim -> !hosts.contains(claim.host()));
    Truth all = Vendor.truth(webex, microsoft, hosts);
    Truth truth =
        new Truth(
            all.meetings(),
            all.webexMails(),
            all.events().stream().filter(event -> hosts.contains(event.mailbox())).toList(),
            all.mails(),
            all.calls().stream().filter(call -> concerns(hosts, call)).toList());
    Map<UUID, List<Told>> told = Outcomes.read(site.brokers(), claims.values());
    return new Evidence(orders, receipts, cancels, claims, told, truth, happenings, disturbed);
  }

  private static boolean concerns(Set<String> hosts, Truth.Call call) {
    String mailbox = call.mailbox();
    return mailbox == null || hosts.contains(mailbox);
  }

  @Override
  public abstract void close();
}
