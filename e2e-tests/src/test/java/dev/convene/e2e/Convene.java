package dev.convene.e2e;

import dev.convene.local.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.file.PathUtils;

/** The system as the stories see it: its front door, what the vendors hold, and its topics. */
final class Convene implements AutoCloseable {

  private static final Path DATA = Path.of("target", "stack").toAbsolutePath();

  private final AtomicInteger mailboxes = new AtomicInteger();
  private final LocalStack stack;
  private final Gateway gateway;
  private final Webex webex;
  private final Outlook outlook;
  private final Kafka kafka;

  private Convene(LocalStack stack) {
    this.stack = stack;
    this.gateway = new Gateway(stack.gateway());
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
    return new Convene(
        LocalStack.builder()
            .keepDataIn(DATA)
            .progress((part, where, took) -> System.out.println(part + " " + where + " " + took))
            .start());
  }

  LocalStack stack() {
    return stack;
  }

  Gateway gateway() {
    return gateway;
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
