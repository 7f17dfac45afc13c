package dev.convene.gateway.publishing;

import dev.convene.contracts.SchedulingCommand;
import dev.convene.gateway.kafka.Outlet;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends on what was accepted, from a thread of its own: the producer may block, and the event loops
 * must not. Nothing here has to succeed. The rows are durable; what does not fit into the queue or
 * does not reach Kafka is sent by the sweeper.
 */
@Component
public class Publisher implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Publisher.class);
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Commands commands;
  private final Outlet outlet;
  private final long giveUpNanos;
  private final BlockingQueue<Waiting> queue;
  private final Counter published;
  private final Counter failed;
  private final Counter left;
  private final AtomicBoolean reachable = new AtomicBoolean(true);
  private volatile boolean running;
  private @Nullable Thread thread;

  private record Waiting(SchedulingCommand command, @Nullable String traceparent, long since) {}

  Publisher(
      Commands commands, Outlet outlet, PublishingProperties properties, MeterRegistry metrics) {
    this.commands = commands;
    this.outlet = outlet;
    this.giveUpNanos = properties.giveUpAfter().toNanos();
    this.queue = new ArrayBlockingQueue<>(properties.queue());
    this.published = counter(metrics, "published");
    this.failed = counter(metrics, "failed");
    this.left = counter(metrics, "left-to-sweeper");
    metrics.gaugeCollectionSize("convene.commands.waiting", Tags.empty(), queue);
    metrics.gauge("convene.kafka.reachable", reachable, state -> state.get() ? 1 : 0);
  }

  private static Counter counter(MeterRegistry metrics, String outcome) {
    return metrics.counter("convene.commands", "outcome", outcome);
  }

  /** Sends it soon, or leaves it to the sweeper. Never blocks. */
  public void publish(SchedulingCommand command, @Nullable String traceparent) {
    if (!queue.offer(new Waiting(command, traceparent, System.nanoTime()))) {
      left.increment();
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("publisher").daemon().start(this::run);
  }

  private void run() {
    try {
      while (running || !queue.isEmpty()) {
        if (outlet.isBound(PATIENCE)) {
          Waiting next = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
          if (next != null) {
            send(next);
          }
        } else {
          reachable.set(false);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Waiting next) {
    if (System.nanoTime() - next.since() > giveUpNanos) {
      left.increment();
      return;
    }
    var _ =
        commands
            .send(next.command(), false, next.traceparent())
            .whenComplete((_, error) -> ended(error));
  }

  private void ended(@Nullable Throwable error) {
    if (error == null) {
      published.increment();
      if (!reachable.getAndSet(true)) {
        log.info("Commands reach Kafka");
      }
    } else {
      failed.increment();
      if (reachable.getAndSet(false)) {
        log.warn("Commands do not reach Kafka; the sweeper will send them: {}", error.toString());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    Thread sending = thread;
    if (sending != null) {
      try {
        sending.join(Duration.ofSeconds(2)); // what is left then is the sweeper's
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      sending.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops after the web server, whose last requests it sends on, and before the binding. */
  @Override
  public int getPhase() {
    return 1;
  }
}
