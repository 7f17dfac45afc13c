package dev.convene.chaos.compose;

import dev.convene.local.DemoClient;
import dev.convene.local.DemoTokens;
import dev.convene.local.Ports;
import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * The containers of {@code docker-compose.yml}, unchanged, with secrets that are made for them.
 * Only those of its own project are touched.
 */
public final class ComposeStack implements AutoCloseable {

  /** Convene's own, in the order in which they are restarted. */
  public static final List<String> SERVICES =
      List.of("auth-service", "gateway-service", "webex-service", "calendar-service");

  private static final Pattern STARTED =
      Pattern.compile(
          "([a-z]+-service)-\\d+ +\\| .*Started \\w+ in [0-9.]+ seconds"
              + " \\(process running for ([0-9.]+)\\)");

  private final String project = "convene-check-" + ProcessHandle.current().pid();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, Integer> ports = new HashMap<>();
  private final Path secrets;
  private final Thread onExit = new Thread(this::remove, "compose-down");

  /**
   * Makes the secrets; nothing runs yet.
   *
   * @throws StartFailed when there is no engine, or an image is missing
   */
  public ComposeStack() {
    try {
      secrets = Files.createTempDirectory("convene-secrets-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Stream.of("GATEWAY", "AUTH", "WEBEX_SIMULATOR", "MICROSOFT_SIMULATOR", "KAFKA", "PROMETHEUS")
        .forEach(name -> ports.put(name, Ports.anotherFree()));
    ports.forEach((name, port) -> environment.put(name + "_PORT", String.valueOf(port)));
    environment.put("COMPOSE_ENV_FILES", Path.of(".env.example").toAbsolutePath().toString());
    environment.put("CONVENE_SECRETS", secrets.toString());
    environment.put("GATEWAY_URL", url("GATEWAY").toString());
    environment.put("AUTH_ISSUER", url("AUTH").toString());
    // The load is more than Webex would take from one token.
    environment.put("WEBEX_CALLS_PER_MINUTE", "0");
    // As ./run does: five restarts are mostly starting.
    environment.put("CONVENE_JAVA_OPTIONS", "-XX:MaxRAMPercentage=50 -XX:TieredStopAtLevel=1");
    Runtime.getRuntime().addShutdownHook(onExit);
    run(List.of("compose/prepare"));
  }

  public URI gateway() {
    return url("GATEWAY");
  }

  public URI webexSimulator() {
    return url("WEBEX_SIMULATOR");
  }

  public URI microsoftSimulator() {
    return url("MICROSOFT_SIMULATOR");
  }

  public String brokers() {
    return "localhost:" + ports.get("KAFKA");
  }

  private URI url(String listener) {
    return URI.create("http://localhost:" + ports.get(listener));
  }

  /** The tokens of the client that schedules. */
  public DemoTokens tokens() {
    try {
      String file = DemoClient.SYSTEM.clientId() + "-client-secret";
      return new DemoTokens(url("AUTH"), Files.readString(secrets.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts all, and returns when every part of it says that it is healthy. */
  public void up(Duration within) {
    compose("up", "--detach", "--quiet-pull", "--wait", "--wait-timeout", seconds(within));
  }

  /** At once, without a word (SIGKILL). */
  public void kill(String service) {
    compose("kill", "--signal", "SIGKILL", service);
  }

  /** Starts what was killed, and returns when it is healthy. */
  public void start(String service, Duration within) {
    compose("up", "--detach", "--no-deps", "--wait", "--wait-timeout", seconds(within), service);
  }

  /** Stops it in good order and starts it; returns when it is healthy. */
  public void restart(String service, Duration within) {
    compose("restart", service);
    start(service, within);
  }

  /** From the start of its JVM until it was ready, the last time, by service, in seconds. */
  public Map<String, Double> startTimes() {
    Map<String, Double> times = new TreeMap<>();
    STARTED
        .matcher(compose("logs", "--no-color"))
        .results()
        .forEach((MatchResult it) -> times.put(it.group(1), Double.valueOf(it.group(2))));
    return times;
  }

  /** Resident memory of each service's processes now, in MiB. */
  public Map<String, Long> residentMiB() {
    Map<String, Long> memory = new TreeMap<>();
    for (String service : SERVICES) {
      long kib =
          run(List.of("docker", "top", project + "-" + service + "-1", "-o", "pid,rss"))
              .lines()
              .skip(1)
              .mapToLong(line -> Long.parseLong(line.strip().replaceAll(".* ", "")))
              .sum();
      memory.put(service, kib / 1024);
    }
    return memory;
  }

  /** What is wrong with a service, for whoever has to find out. */
  public String logs() {
    return compose("logs", "--no-color", "--tail", "60");
  }

  /** Ends all and removes what it has left: containers, networks, volumes, secrets. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(onExit);
    remove();
  }

  private void remove() {
    compose("down", "--volumes", "--remove-orphans");
    try {
      PathUtils.deleteDirectory(secrets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the engine still has of it. */
  public List<String> leftovers() {
    String mine = "label=com.docker.compose.project=" + project;
    List<String> left = new ArrayList<>();
    for (List<String> what :
        List.of(
            List.of("ps", "--all", "--format", "container {{.Names}}"),
            List.of("volume", "ls", "--format", "volume {{.Name}}"),
            List.of("network", "ls", "--format", "network {{.Name}}"))) {
      List<String> command = new ArrayList<>(List.of("docker"));
      command.addAll(what);
      command.addAll(List.of("--filter", mine));
      run(command).lines().forEach(left::add);
    }
    return left;
  }

  private String compose(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "--project-name", project));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private String run(List<String> command) {
    return Command.run(command, environment);
  }

  private static String seconds(Duration time) {
    return String.valueOf(time.toSeconds());
  }
}
