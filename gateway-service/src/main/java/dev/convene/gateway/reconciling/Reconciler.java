package dev.convene.gateway.reconciling;

import dev.convene.gateway.publishing.Commands;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has meetings checked, some time after they have ended, at a bounded pace: what was disturbed on
 * its way first and surely, and with the rest of the pace what went well, in the order of
 * acceptance. The workers compare, repair and answer; the projection folds the answers in.
 */
@Component
class Reconciler implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(20);
  private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(25);
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Turns turns;
  private final Commands commands;
  private final ReconcilingProperties properties;
  private final InstantSource clock;
  private final Counter asked;
  private volatile boolean running;
  private @Nullable Thread thread;

  Reconciler(
      Turns turns,
      Commands commands,
      ReconcilingProperties properties,
      InstantSource clock,
      MeterRegistry metrics) {
    this.turns = turns;
    this.commands = commands;
    this.properties = properties;
    this.clock = clock;
    this.asked = metrics.counter("convene.checks");
  }

  @Override
  public void start() {
    running = true;
    if (properties.enabled()) {
      thread = Thread.ofVirtual().name("reconciler").start(this::run);
    }
  }

  private void run() {
    boolean complained = false;
    try {
      while (running) {
        try {
          turn();
          complained = false;
        } catch (RuntimeException e) {
          if (running && !complained) {
            log.warn("Checking does not work just now: {}", e.toString());
            complained = true;
          }
        }
        Thread.sleep(properties.interval());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** One turn, unless another replica has had it; how many checks were asked for. */
  int turn() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Ended> ended = turns.take(now).blockOptional(DATABASE_PATIENCE).orElseThrow();
    if (ended.isEmpty()) {
      return 0;
    }
    Instant validUntil = now.plus(properties.validFor());
    List<CompletableFuture<Boolean>> sends = new ArrayList<>(ended.size());
    for (Ended meeting : ended) {
      sends.add(
          commands
              .send(meeting.check(validUntil), meeting.round() > 1, null)
              .handle((_, error) -> error == null)
              .completeOnTimeout(false, KAFKA_PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
    List<UUID> unsent = new ArrayList<>();
    for (int i = 0; i < sends.size(); i++) {
      if (sends.get(i).join()) {
        asked.increment();
      } else {
        unsent.add(ended.get(i).id());
      }
    }
    if (!unsent.isEmpty()) {
      turns.putBack(unsent, clock.instant().plus(SOON)).block(DATABASE_PATIENCE);
    }
    return ended.size() - unsent.size();
  }

  @Override
  public void stop() {
    running = false;
    Thread checking = thread;
    if (checking != null) {
      checking.interrupt(); // what it has taken is due again by itself
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
