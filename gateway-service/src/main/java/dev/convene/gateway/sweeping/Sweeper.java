package dev.convene.gateway.sweeping;

import dev.convene.gateway.progress.SweepTimes;
import dev.convene.gateway.publishing.Commands;
import dev.convene.gateway.sweeping.Claims.Claimed;
import dev.convene.gateway.sweeping.Claims.Settled;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends again what has seen no progress for too long. Every replica has one; a row is with one of
 * them at a time. Copies that reach Kafka make the next one wait twice as long; attempts that do
 * not reach it leave nothing behind, and do not count.
 */
@Component
class Sweeper implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
  private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(20);

  private final Claims claims;
  private final Commands commands;
  private final SweepTimes times;
  private final SweepingProperties properties;
  private final InstantSource clock;
  private final Counter swept;
  private double reported; // by the sweeper's thread alone
  private volatile boolean running;
  private @Nullable Thread thread;

  Sweeper(
      Claims claims,
      Commands commands,
      SweepTimes times,
      SweepingProperties properties,
      InstantSource clock,
      MeterRegistry metrics) {
    this.claims = claims;
    this.commands = commands;
    this.times = times;
    this.properties = properties;
    this.clock = clock;
    this.swept = metrics.counter("convene.commands", "outcome", "swept");
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("sweeper").start(this::run);
  }

  private void run() {
    boolean complained = false;
    try {
      while (running) {
        boolean more = false;
        try {
          more = sweep();
          complained = false;
          if (!more) {
            report();
          }
        } catch (RuntimeException e) {
          if (running && !complained) {
            log.warn("Sweeping does not work just now: {}", e.toString());
            complained = true;
          }
        }
        if (!more) {
          Thread.sleep(properties.interval());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** One line for all rounds that followed each other. */
  private void report() {
    double now = swept.count();
    if (now > reported) {
      log.info(
          "{} meetings had seen no progress: their commands were sent again",
          (long) (now - reported));
      reported = now;
    }
  }

  /** One round; whether there is probably more to do at once. */
  boolean sweep() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant claimedUntil = now.plus(properties.claim());
    List<Claimed> claimed =
        claims.claim(now, claimedUntil).blockOptional(DATABASE_PATIENCE).orElseThrow();
    List<Claimed> lost = claimed.stream().filter(row -> !row.waits()).toList();
    if (lost.isEmpty()) {
      return claimed.size() == properties.batch();
    }
    List<Settled> settled = settled(lost, sendAll(lost));
    claims.settle(settled, claimedUntil).block(DATABASE_PATIENCE);
    long sent = settled.stream().filter(row -> row.copies() > 0).count();
    return claimed.size() == properties.batch() && sent == lost.size();
  }

  /** For each, whether it reached Kafka. */
  private List<Boolean> sendAll(List<Claimed> lost) {
    List<CompletableFuture<Boolean>> sends = new ArrayList<>(lost.size());
    for (Claimed row : lost) {
      // Kafka being away shows with the first; the rest need not each wait for it.
      boolean hopeless = !sends.isEmpty() && sends.getFirst().getNow(true).equals(false);
      sends.add(
          hopeless
              ? CompletableFuture.completedFuture(false)
              : commands
                  .send(row.command(), true, null)
                  .handle((_, error) -> error == null)
                  .completeOnTimeout(false, properties.claim().toSeconds() - 5, TimeUnit.SECONDS));
    }
    return sends.stream().map(CompletableFuture::join).toList();
  }

  private List<Settled> settled(List<Claimed> lost, List<Boolean> reachedKafka) {
    Instant now = clock.instant();
    List<Settled> settled = new ArrayList<>(lost.size());
    int sent = 0;
    for (int i = 0; i < lost.size(); i++) {
      Claimed row = lost.get(i);
      if (reachedKafka.get(i)) {
        sent++;
        int copies = row.copies() + 1;
        settled.add(new Settled(row.command().meetingId(), times.afterCopies(copies, now), copies));
      } else {
        Instant soon = now.plus(properties.interval());
        settled.add(new Settled(row.command().meetingId(), soon, row.copies()));
      }
    }
    swept.increment(sent);
    return settled;
  }

  @Override
  public void stop() {
    running = false;
    Thread sweeping = thread;
    if (sweeping != null) {
      sweeping.interrupt(); // what it has claimed comes free by itself
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
