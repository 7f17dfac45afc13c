package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;

import dev.convene.local.DemoClient;
import dev.convene.local.LocalStack;
import dev.convene.local.StackBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.file.PathUtils;

/** The system as the stories see it: its front door, what the vendors hold, and its topics. */
final class Convene implements AutoCloseable {

  private static final Path DATA = Path.of("target", "stack").toAbsolutePath();

  private static final String BINDER = "-Dspring.cloud.stream.kafka.binder.";
  private static final String COMMANDS =
      "-Dspring.cloud.stream.kafka.bindings.commands-out-0.producer.configuration.";

  private final AtomicInteger mailboxes = new AtomicInteger();
  private final LocalStack stack;
  private final Gateway gateway;
  private final Webex webex;
  private final Outlook outlook;
  private final Kafka kafka;

  private Convene(LocalStack stack) {
    this.stack = stack;
    this.gateway = new Gateway(stack.gateway(), () -> stack.tokens().bearer(DemoClient.SYSTEM));
    this.webex = new Webex(new Simulator(stack.webexSimulator()));
    this.outlook = new Outlook(new Simulator(stack.microsoftSimulator()));
    this.kafka = new Kafka(stack.brokers());
  }

  static Convene start() {
    try {
      if (Files.exists(DATA)) {
        PathUtils.deleteDirectory(DATA);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Convene convene = new Convene(stackToBe().start());
    convene.warmUp();
    return convene;
  }

  /** The first meeting takes seconds, in which no story shall have to wait. */
  private void warmUp() {
    try {
      String host = newMailbox("host");
      gateway.ended(gateway.schedule(aMeetingRequest().hostedBy(host)), "SCHEDULED");
    } catch (RuntimeException | AssertionError e) {
      close();
      throw e;
    }
  }

  /** With the waits of production made short, where a story would have to wait for them. */
  private static StackBuilder stackToBe() {
    StackBuilder stack =
        LocalStack.builder()
            .keepDataIn(DATA)
            .quickStart()
            .progress((part, where, took) -> System.out.println(part + " " + where + " " + took))
            .setting("webex-service", "CONVENE_WEBEX_CALLSPERMINUTE", "0")
            .setting("gateway-service", "CONVENE_RECONCILING_AFTER", "PT5S")
            .setting("gateway-service", "CONVENE_RECONCILING_INTERVAL", "PT1S")
            .setting("gateway-service", "CONVENE_RECONCILING_PERMINUTE", "600")
            .setting("gateway-service", "CONVENE_PUBLISHING_GIVEUPAFTER", "PT1S")
            .jvmArguments("gateway-service", COMMANDS + "delivery.timeout.ms=3500")
            .jvmArguments("gateway-service", COMMANDS + "request.timeout.ms=2000")
            .setting("gateway-service", "CONVENE_SWEEPING_FIRSTAFTER", "PT5S")
            .setting("gateway-service", "CONVENE_SWEEPING_LONGEST", "PT10S");
    for (String worker : List.of("webex-service", "calendar-service")) {
      stack
          .setting(worker, "CONVENE_WORKER_PARKING_FIRSTWAIT", "PT1S")
          .setting(worker, "CONVENE_WORKER_LONGESTPAUSE", "PT3S")
          .setting(worker, "CONVENE_VAULT_ASKAGAIN", "PT2S")
          .setting(worker, "CONVENE_VAULT_AWAYAGAIN", "PT2S")
          // A batch must be over well within the time in which Kafka takes a silent one for dead.
          .setting(worker, "CONVENE_WORKER_BATCHBUDGET", "PT4S");
    }
    for (String service : List.of("gateway-service", "webex-service", "calendar-service")) {
      // How long Kafka takes a killed consumer for alive.
      stack.jvmArguments(service, BINDER + "consumer-properties.session.timeout.ms=10000");
    }
    return stack;
  }

  LocalStack stack() {
    return stack;
  }

  Gateway gateway() {
    return gateway;
  }

  /** Somebody with a browser, who has not signed in. */
  Visitor visitor() {
    return new Visitor(stack.gateway(), stack.auth());
  }

  Webex webex() {
    return webex;
  }

  Outlook outlook() {
    return outlook;
  }

  Kafka kafka() {
    return kafka;
  }

  /** A mailbox that exists at both vendors and that no other story knows. */
  String newMailbox(String role) {
    return role + "-" + mailboxes.incrementAndGet() + "@load.example";
  }

  @Override
  public void close() {
    kafka.close();
    stack.close();
  }
}
