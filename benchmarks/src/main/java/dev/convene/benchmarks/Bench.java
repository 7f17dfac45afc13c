package dev.convene.benchmarks;

import dev.convene.benchmarks.Options.Task.AtRate;
import dev.convene.benchmarks.Options.Task.Backlog;
import dev.convene.benchmarks.Options.Workers;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.local.DemoClient;
import dev.convene.local.LocalStack;
import dev.convene.local.StackBuilder;
import dev.convene.local.process.Part;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system, its limits for real tenants lifted, and the instruments around it. */
final class Bench implements AutoCloseable {

  /** What would otherwise be measured. */
  static final List<String> LIFTED =
      List.of(
          "Webex's 100 meetings a day for a host",
          "Webex's 300 calls a minute",
          "Graph's requests and bytes in a window",
          "Convene's own requests of one client in five seconds");

  private static final double WARM_UP_RATE = 300;
  private static final int BACKLOG_CONNECTIONS = 256;
  private static final JsonMapper JSON = JsonDefaults.mapper();
  private static final int ASKED_ABOUT = 3;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Options options;
  private final Consumer<String> progress;
  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalStack stack;
  private final Invitations invitations;
  private final List<Simulator> simulators;
  private int runs;

  Bench(Options options, Consumer<String> progress) throws IOException, InterruptedException {
    this.options = options;
    this.progress = progress;
    StackBuilder builder =
        LocalStack.builder()
            .setting("webex-service", "CONVENE_WEBEX_QUOTA_MEETINGSPERDAY", "0")
            .setting("webex-service", "CONVENE_WEBEX_CALLSPERMINUTE", "0")
            .setting("gateway-service", "CONVENE_LIMITS_PERCLIENT", "1000000");
    for (Options.ForService setting : options.settings()) {
      String[] parts = setting.text().split("=", 2);
      builder.setting(setting.service(), parts[0], parts[1]);
    }
    options.jvmArguments().forEach(each -> builder.jvmArguments(each.service(), each.text()));
    if (options.keep() != null) {
      builder.keepDataIn(options.keep());
    }
    progress.accept("starting the system");
    this.stack = builder.start();
    this.simulators =
        List.of(
            new Simulator("Webex", stack.webexSimulator(), http),
            new Simulator("Microsoft", stack.microsoftSimulator(), http));
    try {
      simulators.getFirst().set(Map.of("meetingsPerHostAndDay", 0, "callsPerMinute", 0));
      simulators.getLast().set(Map.of("requestsPerWindow", 0, "uploadBytesPerWindow", 0));
      if (options.providerLatency().isPositive()) {
        for (Simulator simulator : simulators) {
          simulator.slow(options.providerLatency());
        }
      }
      this.invitations = new Invitations(stack.brokers());
    } catch (IOException | InterruptedException | RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** Load that nobody measures. */
  void warmUp(double perSecond) throws IOException, InterruptedException {
    double rate = Math.min(perSecond, WARM_UP_RATE);
    double seconds = options.warmUp().toMillis() / 1000.0;
    progress.accept("warm-up: %.0f a second for %.0f s".formatted(rate, seconds));
    Run run = run(Arrivals.steady(rate, seconds), options.connections());
    Outcomes outcomes = awaited(run);
    if (outcomes.completed().count() < outcomes.all().size()) {
      progress.accept(
          "warm-up: of %d requests %d were accepted and %d completed; others were answered %s %s"
              .formatted(
                  outcomes.all().size(),
                  outcomes.accepted().count(),
                  outcomes.completed().count(),
                  outcomes.errors(),
                  statesOf(outcomes.incomplete())));
    }
  }

  void warmUp() throws IOException, InterruptedException {
    warmUp(WARM_UP_RATE);
  }

  /** The simulators keep all in memory; between two runs they may forget it. */
  void forget() throws IOException, InterruptedException {
    for (Simulator simulator : simulators) {
      simulator.reset();
    }
  }

  Measurement measure(AtRate task) throws IOException, InterruptedException {
    String load = "%.0f requests a second for %d s".formatted(task.perSecond(), task.seconds());
    progress.accept(load);
    Reading before = Reading.now(stack, simulators);
    Run run = run(Arrivals.steady(task.perSecond(), task.seconds()), options.connections());
    Outcomes outcomes = awaited(run);
    Steady steady = Steady.of(outcomes, task.seconds());
    return measurement(load, outcomes, steady, null, outcomes.intended(steady.when()), before);
  }

  Measurement measure(Backlog task) throws IOException, InterruptedException {
    String load =
        "%d requests as fast as they are accepted, workers %s"
            .formatted(task.meetings(), task.workers().name().toLowerCase(Locale.ROOT));
    progress.accept(load);
    Reading before = Reading.now(stack, simulators);
    List<Part> workers = List.of(stack.part("webex-service"), stack.part("calendar-service"));
    switch (task.workers()) {
      case STOPPED -> together(workers, Part::stop);
      case PAUSED -> together(workers, Part::pause);
      case RUNNING -> {}
    }
    Run run = run(Arrivals.atOnce(task.meetings()), BACKLOG_CONNECTIONS);
    double startedAt = secondsSince(run.beganAt());
    switch (task.workers()) {
      case STOPPED -> together(workers, Part::start);
      case PAUSED -> together(workers, Part::resume);
      case RUNNING -> startedAt = 0;
    }
    double readyAt = task.workers() == Workers.RUNNING ? 0 : secondsSince(run.beganAt());
    Outcomes outcomes = awaited(run);
    Drain drain = Drain.of(outcomes, startedAt, readyAt);
    return measurement(load, outcomes, null, drain, outcomes, before);
  }

  private Measurement measurement(
      String load,
      Outcomes outcomes,
      @Nullable Steady steady,
      @Nullable Drain drain,
      Outcomes counted,
      Reading before)
      throws IOException, InterruptedException {
    return new Measurement(
        load,
        outcomes.all().size(),
        outcomes.accepted().count(),
        outcomes.completed().count(),
        outcomes.errors(),
        statesOf(outcomes.incomplete()),
        steady,
        drain,
        Measurement.latencies(counted, options.providerLatency()),
        Reading.now(stack, simulators).since(before));
  }

  private record Run(List<Exchange> exchanges, Instant beganAt) {}

  private Run run(Arrivals arrivals, int connections) throws IOException {
    URI gateway = stack.gateway();
    Requests requests =
        new Requests(
            gateway.getAuthority(),
            this::bearer,
            "benchmark-" + Instant.now().getEpochSecond() + "-" + ++runs,
            options.hosts(),
            LocalDate.now(ZoneOffset.UTC).plusDays(2));
    Driver driver =
        new Driver(
            new InetSocketAddress(gateway.getHost(), gateway.getPort()),
            connections,
            options.patience(),
            arrivals,
            requests::bytes);
    return new Run(driver.run(), driver.beganAt());
  }

  private String bearer() {
    return stack.tokens().bearer(DemoClient.SYSTEM);
  }

  private Outcomes awaited(Run run) throws InterruptedException {
    invitations.await(
        Outcomes.of(run.exchanges(), Map.of(), run.beganAt()).incomplete(), options.patience());
    return Outcomes.of(run.exchanges(), invitations.sentAt(), run.beganAt());
  }

  /** Where some of them stand, in words. */
  private List<String> statesOf(List<UUID> meetings) throws IOException, InterruptedException {
    List<String> states = new ArrayList<>();
    for (UUID id : meetings.subList(0, Math.min(ASKED_ABOUT, meetings.size()))) {
      URI url = stack.gateway().resolve("/api/v1/meetings/" + id);
      HttpRequest request =
          HttpRequest.newBuilder(url)
              .timeout(Duration.ofSeconds(10))
              .header("Authorization", bearer())
              .build();
      JsonNode meeting = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
      JsonNode delay = meeting.path("delay");
      JsonNode reason =
          delay.path("reason").isObject() ? delay.path("reason") : meeting.path("reason");
      states.add(
          "%s %s %s"
              .formatted(
                  id, meeting.path("status").asString(""), reason.path("message").asString("")));
    }
    return states;
  }

  private static void together(List<Part> parts, Consumer<Part> action) {
    CompletableFuture.allOf(
            parts.stream()
                .map(part -> CompletableFuture.runAsync(() -> action.accept(part)))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private static double secondsSince(Instant time) {
    return Duration.between(time, Instant.now()).toNanos() / NANOS_PER_SECOND;
  }

  @Override
  public void close() {
    invitations.close();
    stack.close();
  }
}
