package dev.convene.simulation;

import dev.convene.calendar.invitation.CalendarSteps;
import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Requester;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Topics;
import dev.convene.defaults.sealing.Seal;
import dev.convene.webex.quota.Gates;
import dev.convene.webex.steps.WebexSteps;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/** One history: requests, what disturbs them, quiet, and then what is left. */
final class Simulation {

  private static final Seal SEAL = Seal.withKeyset(Seal.newKeyset());
  private static final long SECOND = World.micros(1000);
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final List<String> HOSTS = List.of("bob@contoso.example", "eve@contoso.example");

  /** The longest patience of the services is two days; then a person is asked. */
  private static final long QUIET = 5 * 24 * HOUR;

  private final Plant plant;
  private final SplittableRandom setting;
  private final Disturbances disturbances;
  private final History history;
  private final World world;
  private final Kafka kafka;
  private final Wire webexWire;
  private final Wire graphWire;
  private final Webex webex;
  private final Graph graph;
  private final GatewayDatabase gatewayDatabase;
  private final WorkerDatabase webexDatabase;
  private final WorkerDatabase calendarDatabase;
  private final List<Group> groups;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<Integer, Gateway> gateways = new LinkedHashMap<>();
  private final int perDay;
  private int names;

  private Simulation(long seed, Plant plant, Set<Integer> leftOut, boolean kept) {
    this.plant = plant;
    this.setting = new SplittableRandom(seed * 1_000_003 + 11);
    this.disturbances = new Disturbances(seed, leftOut, plant.provokedBy());
    this.history = new History(kept);
    this.world = new World(seed, disturbances, history);
    disturbances.happenIn(world);
    this.kafka = new Kafka(world);
    this.webexWire = new Wire(world, "webex");
    this.graphWire = new Wire(world, "graph");
    this.perDay = setting.nextInt(12) == 0 ? 1 + setting.nextInt(2) : 100;
    // Less than the service waits for, by the longest time that a call given up on is under way.
    long lag = setting.nextInt(3) == 0 ? 560 * SECOND : setting.nextLong(2) * 3 * SECOND;
    this.webex = new Webex(world, webexWire, lag, perDay);
    this.graph = new Graph(world, graphWire, plant);
    this.gatewayDatabase = new GatewayDatabase(world);
    this.webexDatabase = new WorkerDatabase(world);
    this.calendarDatabase = new WorkerDatabase(world);
    this.groups =
        List.of(
            new Group(world, kafka, List.of(Topics.WEBEX_EVENTS, Topics.CALENDAR_EVENTS)),
            new Group(world, kafka, List.of(Topics.SCHEDULING_COMMANDS, Topics.CALENDAR_EVENTS)),
            new Group(world, kafka, List.of(Topics.WEBEX_EVENTS)));
  }

  /** Runs the history of that number. */
  static Result run(long seed, Plant plant) {
    return run(seed, plant, Set.of(), false);
  }

  /** The same without some of its disturbances, and with all that happened written down. */
  static Result run(long seed, Plant plant, Set<Integer> leftOut, boolean kept) {
    Simulation simulation = new Simulation(seed, plant, leftOut, kept);
    try {
      return simulation.run(seed);
    } finally {
      simulation.world.end();
    }
  }

  private Result run(long seed) {
    for (int i = 0; i < 1 + setting.nextInt(2); i++) {
      startGateway(i);
    }
    startWorkers("webex", 1 + setting.nextInt(2), this::startWebex);
    startWorkers("calendar", 1 + setting.nextInt(2), this::startCalendar);
    schedule();
    disturb();
    List<String> found;
    List<String> inTheWindow = List.of();
    List<String> unrepaired = List.of();
    try {
      world.run(2 * MINUTE + setting.nextLong(disturbedFor()));
      calm();
      world.run(world.micros() + QUIET);
      Checker checker = checker();
      found = checker.check(disturbances.struck() == 0, perDay < 100);
      inTheWindow = checker.inTheWindow();
      Reconciler.AS_DESIGNED.repair(gatewayDatabase.rows(), webex, graph);
      unrepaired = checker().untrue();
    } catch (IllegalStateException e) {
      found = List.of("UNEXPECTED: " + e.getMessage() + " " + e.getCause());
    }
    return new Result(
        seed,
        found,
        inTheWindow,
        unrepaired,
        gatewayDatabase.rows().stream().map(row -> row.status().name()).toList(),
        disturbances.drawn(),
        disturbances.struck(),
        world.events(),
        history.lines());
  }

  private long disturbedFor() {
    return setting.nextInt(10) == 0 ? 40 * HOUR : 40 * MINUTE;
  }

  private void startGateway(int number) {
    Node node = new Node(world, "gateway-" + number + "." + ++names, () -> startGateway(number));
    nodes.put("gateway-" + number, node);
    Gateway gateway = new Gateway(world, node, kafka, groups.get(0), gatewayDatabase, plant);
    gateways.put(number, gateway);
    gateway.start();
  }

  private static void startWorkers(String service, int replicas, Consumer<String> start) {
    for (int i = 0; i < replicas; i++) {
      start.accept(service + "-" + i);
    }
  }

  private Node node(String name, Consumer<String> restart) {
    Node node = new Node(world, name + "." + ++names, () -> restart.accept(name));
    nodes.put(name, node);
    return node;
  }

  private void startWebex(String name) {
    new Worker(
            world,
            node(name, this::startWebex),
            kafka,
            groups.get(1),
            webexDatabase,
            "webex-service",
            Topics.WEBEX_EVENTS,
            (ended, waiting) ->
                WebexSteps.of(
                    webex.seenWith(Gates.of(perDay, world)), ended, waiting, SEAL, world, plant),
            plant)
        .start();
  }

  private void startCalendar(String name) {
    new Worker(
            world,
            node(name, this::startCalendar),
            kafka,
            groups.get(2),
            calendarDatabase,
            "calendar-service",
            Topics.CALENDAR_EVENTS,
            (ended, waiting) -> CalendarSteps.of(graph, ended, waiting, SEAL, world),
            plant)
        .start();
  }

  private void schedule() {
    int meetings = 1 + setting.nextInt(4);
    for (int i = 0; i < meetings; i++) {
      long at = setting.nextLong(setting.nextBoolean() ? 3 * SECOND : MINUTE);
      ScheduleMeeting command = command(HOSTS.get(setting.nextInt(HOSTS.size())), at);
      history.name(command.meetingId(), "M" + (i + 1));
      world.after(
          at,
          () -> {
            Gateway gateway = gateways.get(world.random().nextInt(gateways.size()));
            if (!gateway.node().isDead() && !gateway.node().isPaused()) {
              gateway.accept(command);
            }
          });
      for (int cancels = setting.nextInt(3) == 0 ? 1 + setting.nextInt(2) : 0;
          cancels > 0;
          cancels--) {
        cancel(command.meetingId(), at + someTime());
      }
    }
  }

  private void cancel(UUID meetingId, long at) {
    world.after(
        at,
        () -> {
          Gateway gateway = gateways.get(world.random().nextInt(gateways.size()));
          if (!gateway.node().isDead() && !gateway.node().isPaused()) {
            gateway.cancel(meetingId);
          }
        });
  }

  /** Most often soon, while something runs. */
  private long someTime() {
    return setting.nextLong(
        switch (setting.nextInt(5)) {
          case 0 -> 2 * SECOND;
          case 1 -> 20 * SECOND;
          case 2 -> 5 * MINUTE;
          case 3 -> 40 * MINUTE;
          default -> 30 * HOUR;
        });
  }

  private ScheduleMeeting command(String host, long micros) {
    Instant start =
        World.START.plusSeconds(setting.nextInt(8) == 0 ? setting.nextInt(60, 3600) : 7 * 86_400);
    LocalDateTime local = LocalDateTime.ofInstant(start, ZoneOffset.UTC);
    MeetingDetails details =
        new MeetingDetails(
            "Review",
            null,
            host,
            local,
            local.plusMinutes(30),
            ZoneId.of("UTC"),
            List.of(),
            null,
            null);
    UUID id = timed(World.START.toEpochMilli() + micros / 1000, setting.nextLong());
    return new ScheduleMeeting(id, 1, new Requester("alice@contoso.example", null), details);
  }

  /** A UUID of version 7, as the gateway makes them. */
  private static UUID timed(long millis, long random) {
    return new UUID(
        (millis << 16) | 0x7000, (random & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
  }

  private void disturb() {
    at(Disturbance.CRASH, () -> onSomebody("is killed", Node::kill));
    at(Disturbance.PAUSE, () -> onSomebody("is paused", world::pause));
    at(
        Disturbance.CUT,
        () -> onSomebody("loses Kafka", node -> node.cutOff(SECOND * setting.nextInt(5, 300))));
    at(Disturbance.DEAF, () -> forAWhile(groups.getFirst()::deaf, 10 * MINUTE));
    at(Disturbance.REBALANCE, () -> group().rebalance(true));
    at(Disturbance.REWIND, () -> group().rewind());
    at(Disturbance.REPLAY, this::replay);
    at(Disturbance.BROKER_AWAY, () -> forAWhile(kafka::away, 2 * MINUTE));
    WorkerDatabase database = setting.nextBoolean() ? webexDatabase : calendarDatabase;
    at(Disturbance.DATABASE_AWAY, () -> forAWhile(database::away, 3 * MINUTE));
    at(Disturbance.DATABASE_AWAY, () -> forAWhile(gatewayDatabase::away, 3 * MINUTE));
    Wire wire = setting.nextBoolean() ? webexWire : graphWire;
    long outage = setting.nextInt(5) == 0 ? 60 * HOUR : 20 * MINUTE;
    at(Disturbance.OUTAGE, () -> forAWhile(wire::down, outage));
    at(Disturbance.REFUSAL, this::refuse);
  }

  /** At one or two times, most of them soon. */
  private void at(Disturbance kind, Runnable what) {
    for (int i = 0; i < 1 + setting.nextInt(2); i++) {
      long time =
          setting.nextLong(
              switch (setting.nextInt(4)) {
                case 0 -> 2 * SECOND;
                case 1 -> MINUTE;
                case 2 -> 5 * MINUTE;
                default -> 40 * MINUTE;
              });
      world.after(
          kind == Disturbance.REFUSAL && setting.nextBoolean() ? 0 : time,
          () -> {
            if (disturbances.has(kind) && disturbances.strikes(kind, () -> kind.name())) {
              what.run();
            }
          });
    }
  }

  private void onSomebody(String what, Consumer<Node> fate) {
    List<Node> able =
        nodes.values().stream().filter(node -> !node.isDead() && !node.isPaused()).toList();
    if (!able.isEmpty()) {
      Node node = able.get(setting.nextInt(able.size()));
      world.note(node, () -> what);
      fate.accept(node);
    }
  }

  private Group group() {
    return groups.get(setting.nextInt(groups.size()));
  }

  private void replay() {
    List<Kafka.Rec> all = new ArrayList<>(kafka.all());
    all.removeIf(record -> record.partition().topic().equals(Topics.SCHEDULING_OUTCOMES));
    if (!all.isEmpty()) {
      Kafka.Rec record = all.get(setting.nextInt(all.size()));
      Map<String, byte[]> headers = new LinkedHashMap<>(record.headers());
      headers.put("ce_resent", "true".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      world.note("operator", () -> "sends " + record.type() + " of " + record.subject() + " again");
      kafka.append(
          List.of(
              new Kafka.Draft(record.partition().topic(), record.key(), headers, record.value())));
    }
  }

  private void forAWhile(Consumer<Boolean> what, long longest) {
    what.accept(true);
    world.after(setting.nextLong(longest), () -> what.accept(false));
  }

  private void refuse() {
    String host = HOSTS.get(setting.nextInt(HOSTS.size()));
    long until =
        setting.nextBoolean() ? Long.MAX_VALUE : world.micros() + setting.nextLong(20 * MINUTE);
    boolean atWebex = setting.nextBoolean();
    world.note(atWebex ? "webex" : "graph", () -> "refuses " + host + " for a while or for good");
    if (atWebex) {
      webex.refuses(host, until);
    } else {
      graph.refuses(host, until);
    }
  }

  private Checker checker() {
    return new Checker(
        gatewayDatabase,
        webexDatabase,
        calendarDatabase,
        webex,
        graph,
        webexWire,
        graphWire,
        kafka);
  }

  private void calm() {
    disturbances.stop();
    kafka.away(false);
    groups.getFirst().deaf(false);
    gatewayDatabase.away(false);
    webexDatabase.away(false);
    calendarDatabase.away(false);
    webexWire.down(false);
    graphWire.down(false);
    world.note("*", () -> "from here on nothing is disturbed");
  }
}
