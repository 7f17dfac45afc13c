package dev.convene.gateway.kafka;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.messaging.DirectWithAttributesChannel;
import org.springframework.context.SmartLifecycle;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

/**
 * Binds both directions in the background. The binder asks Kafka for a topic's partitions before it
 * binds, and would hold up the start, for minutes, while Kafka is away; but requests can be taken
 * without it.
 */
@Component
class Bindings implements SmartLifecycle {

  static final String COMMANDS = "commands-out-0";
  static final String PROGRESS = "progress-in-0";

  private static final Logger log = LoggerFactory.getLogger(Bindings.class);
  private static final long RETRY_MILLIS = 1000;

  private final BindingService bindings;
  private final BatchHandler events;
  private final DeadLetterTopics deadLetters;
  private final List<Binding<?>> bound = new CopyOnWriteArrayList<>();
  private @Nullable Thread thread;

  Bindings(BindingService bindings, BatchHandler events, DeadLetterTopics deadLetters) {
    this.bindings = bindings;
    this.events = events;
    this.deadLetters = deadLetters;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("kafka-bindings").start(this::bindAll);
  }

  private void bindAll() {
    try {
      untilDone(COMMANDS, () -> bound.add(bindings.bindProducer(channel(COMMANDS), COMMANDS)));
      untilDone(
          PROGRESS,
          () -> {
            deadLetters.require();
            bound.addAll(bindings.bindConsumer(progressChannel(), PROGRESS));
          });
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** May be tried again when it fails. */
  @FunctionalInterface
  private interface Bind {
    void run() throws InterruptedException;
  }

  private static void untilDone(String name, Bind bind) throws InterruptedException {
    boolean complained = false;
    while (true) {
      try {
        bind.run();
        log.info("Kafka is there: {} is bound", name);
        return;
      } catch (DeadLetterTopics.Missing e) {
        if (!complained) {
          log.error("{}: make it; until then {} is not bound", e.getMessage(), name);
          complained = true;
        }
        Thread.sleep(RETRY_MILLIS);
      } catch (RuntimeException e) {
        if (!complained) {
          log.warn("Kafka is away, {} will be bound when it is there: {}", name, e.toString());
          complained = true;
        }
        Thread.sleep(RETRY_MILLIS);
      }
    }
  }

  private static DirectWithAttributesChannel channel(String name) {
    DirectWithAttributesChannel channel = new DirectWithAttributesChannel();
    channel.setComponentName(name);
    return channel;
  }

  private DirectWithAttributesChannel progressChannel() {
    DirectWithAttributesChannel channel = channel(PROGRESS);
    channel.subscribe(this::handle);
    return channel;
  }

  @SuppressWarnings("unchecked") // RawBatches makes these messages, and nothing else does
  private void handle(Message<?> message) {
    events.handle((List<ConsumerRecord<byte[], byte[]>>) message.getPayload());
  }

  @Override
  public void stop() {
    Thread binding = thread;
    if (binding != null) {
      binding.interrupt();
      thread = null;
    }
    bound.reversed().forEach(Binding::unbind);
    bound.clear();
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Stops last: everything else may want to send. */
  @Override
  public int getPhase() {
    return 0;
  }
}
