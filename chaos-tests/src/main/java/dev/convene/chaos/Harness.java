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
import dev.convene.local.DemoClient;
import dev.convene.local.LocalStack;
import dev.convene.local.StackBuilder;
import java.net.URI;
import java.nio.file.Path;
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
import java.util.stream.IntStream;

/** The whole system, two processes of each service, with the waits of production made short. */
final class Harness implements AutoCloseable {

  static final String GATEWAY = "gateway-service";
  static final String WEBEX = "webex-service";
  static final String CALENDAR = "calendar-service";

  static final List<String> PROCESSES =
      List.of(GATEWAY, GATEWAY + "-2", WEBEX, WEBEX + "-2", CALENDAR, CALENDAR + "-2");

  /** Hosts whose calendars refuse every event, so that there is something to undo. */
  static final String REFUSED = "refused%d@load.example";

  private static final String BINDER = "-Dspring.cloud.stream.kafka.binder.";
  private static final String COMMANDS =
      "-Dspring.cloud.stream.kafka.bindings.commands-out-0.producer.configuration.";
  private static final Duration ROUND = Duration.ofMillis(250);
  private static final Duration ACCEPTING_AGAIN = Duration.ofSeconds(60);
  private static final int AT_ONCE = 8;
  private static final int ASKED_AGAIN = 200;

  private final LocalStack stack;
  private final Vendor webex;
  private final Vendor microsoft;
  private final Api api;

  /**
   * Starts it.
   *
   * @param data kept where something was wrong; none may be there yet
   * @param quota meetings for one host in a day; 0 is none
   * @param impatient whether calls to providers, and batches, are given less time than usual
   * @param settings further ones
   */
  Harness(Path data, int quota, boolean impatient, List<Options.Setting> settings) {
    StackBuilder builder = stackToBe(quota, impatient).keepDataIn(data);
    settings.forEach(each -> builder.setting(each.service(), each.name(), each.value()));
    this.stack = builder.start();
    this.webex = Vendor.webex(stack);
    this.microsoft = Vendor.microsoft(stack);
    this.api = new Api(stack.url(GATEWAY), this::bearer);
    webex.set(Map.of("meetingsPerHostAndDay", quota, "callsPerMinute", 0));
    microsoft.set(Map.of("requestsPerWindow", 0, "uploadBytesPerWindow", 0));
  }

  /** What is shortened here is told in docs/reliability.md. */
  private static StackBuilder stackToBe(int quota, boolean impatient) {
    StackBuilder stack =
        LocalStack.builder()
            .quickStart()
            .replicas(2)
            .separable()
            .setting(WEBEX, "CONVENE_WEBEX_CALLSPERMINUTE", "0")
            .setting(WEBEX, "CONVENE_WEBEX_QUOTA_MEETINGSPERDAY", String.valueOf(quota))
            .setting(WEBEX, "CONVENE_WEBEX_BREAKERWAIT", "PT3S")
            .setting(WEBEX, "CONVENE_WEBEX_STEPS_VISIBILITYLAG", "PT5S")
            .setting(CALENDAR, "CONVENE_GRAPH_BREAKERWAIT", "PT3S")
            .setting(CALENDAR, "CONVENE_SENDING_SETTLESIN", "PT5S")
            // Together less than the sweeper's first look, as in production.
            .setting(GATEWAY, "CONVENE_PUBLISHING_GIVEUPAFTER", "PT2S")
            .jvmArguments(
                GATEWAY,
                COMMANDS + "delivery.timeout.ms=7000",
                COMMANDS + "request.timeout.ms=3000")
            .setting(GATEWAY, "CONVENE_SWEEPING_FIRSTAFTER", "PT10S")
            .setting(GATEWAY, "CONVENE_SWEEPING_LONGEST", "PT20S")
            .setting(GATEWAY, "CONVENE_SWEEPING_DELAYEDMARGIN", "PT10S");
    for (String worker : List.of(WEBEX, CALENDAR)) {
      stack
          .setting(worker, "CONVENE_WORKER_PARKING_FIRSTWAIT", "PT1S")
          .setting(worker, "CONVENE_WORKER_PARKING_LONGESTWAIT", "PT10S")
          .setting(worker, "CONVENE_WORKER_LONGESTPAUSE", "PT3S")
          .setting(worker, "CONVENE_WORKER_LATEAFTER", "PT8S")
          .jvmArguments(
              worker, BINDER + "transaction.producer.configuration.transaction.timeout.ms=20000");
    }
    for (String service : List.of(GATEWAY, WEBEX, CALENDAR)) {
      stack
          .jvmArguments(service, BINDER + "consumer-properties.session.timeout.ms=6000")
          .jvmArguments(service, BINDER + "consumer-properties.heartbeat.interval.ms=2000");
    }
    if (impatient) {
      stack
          .setting(WEBEX, "CONVENE_WEBEX_READTIMEOUT", "PT3S")
          .setting(CALENDAR, "CONVENE_GRAPH_CALLTIMEOUT", "PT3S")
          .setting(CALENDAR, "CONVENE_GRAPH_READTIMEOUT", "PT3S")
          .setting(CALENDAR, "CONVENE_ENTRA_TIMEOUT", "PT3S")
          .setting(WEBEX, "CONVENE_WORKER_SLOWMAILBOX_LONGESTCALL", "PT15S")
          .setting(CALENDAR, "CONVENE_WORKER_SLOWMAILBOX_LONGESTCALL", "PT15S")
          .setting(WEBEX, "CONVENE_WORKER_BATCHBUDGET", "PT5S")
          .setting(CALENDAR, "CONVENE_WORKER_BATCHBUDGET", "PT5S");
    }
    return stack;
  }

  /** All orders are of one client, which so sees all meetings that there are. */
  private String bearer() {
    return stack.tokens().bearer(DemoClient.SYSTEM);
  }

  LocalStack stack() {
    return stack;
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
    return List.of(stack.url(GATEWAY), stack.url(GATEWAY + "-2"));
  }

  /** Orders of a run, for meetings that begin in two days. */
  static Orders orders(IntFunction<String> hostOf) {
    return new Orders(
        "chaos-" + Instant.now().toEpochMilli(), hostOf, LocalDate.now(ZoneOffset.UTC).plusDays(2));
  }

  Load load(Orders orders, int count, double perSecond) {
    return new Load(orders, new Sequence(count), perSecond, gateways(), this::bearer);
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
    List<Api> apis = gateways().stream().map(url -> new Api(url, this::bearer)).toList();
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
    Map<UUID, List<Told>> told = Outcomes.read(stack.brokers(), claims.values());
    return new Evidence(orders, receipts, cancels, claims, told, truth, happenings, disturbed);
  }

  private static boolean concerns(Set<String> hosts, Truth.Call call) {
    String mailbox = call.mailbox();
    return mailbox == null || hosts.contains(mailbox);
  }

  @Override
  public void close() {
    stack.close();
  }
}
