package dev.convene.worker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that this process was not running for a while: stopped, swapped out, or in a long
 * collection. Others may have taken its partitions by then, and its threads go on as if nothing had
 * been. Whoever is first after the pause, this pulse or the asker, sees it.
 */
final class ProcessPulse implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ProcessPulse.class);
  private static final Duration BEAT = Duration.ofMillis(200);

  private final long longestPauseNanos;
  private final Thread thread;
  private volatile long lastBeat = System.nanoTime();
  private final AtomicInteger pauses = new AtomicInteger();

  ProcessPulse(Duration longestPause) {
    this.longestPauseNanos = longestPause.toNanos();
    this.thread = Thread.ofPlatform().daemon().name("process-pulse").start(this::beat);
  }

  /** A lease that lasts until the next pause. */
  Lease lease() {
    int pausesAtStart = pauses.get();
    return () -> pauses.get() == pausesAtStart && System.nanoTime() - lastBeat < longestPauseNanos;
  }

  private void beat() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(BEAT.toNanos());
      long now = System.nanoTime();
      if (now - lastBeat >= longestPauseNanos) {
        log.warn("This process was paused for {} s", Duration.ofNanos(now - lastBeat).toSeconds());
        pauses.incrementAndGet();
      }
      lastBeat = now;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
