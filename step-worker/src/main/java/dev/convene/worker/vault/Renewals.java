package dev.convene.worker.vault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Renews tokens in the background: a few at once, so that auth-service is not stormed. */
final class Renewals implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Renewals.class);
  private static final int AT_ONCE = 8;

  private final VendorTokens tokens;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("token-renewal").factory());
  private volatile boolean running;

  Renewals(VendorTokens tokens, Duration every) {
    this.tokens = tokens;
    this.every = every;
  }

  @Override
  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(
            this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    running = true;
  }

  private void look() {
    try {
      renew(tokens.due());
    } catch (RuntimeException e) {
      log.warn("Tokens cannot be renewed just now: {}", e.toString());
    }
  }

  private static void renew(List<Kept> due) {
    if (due.isEmpty()) {
      return;
    }
    try (ExecutorService together =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      due.forEach(each -> together.execute(each::renew));
    }
  }

  @Override
  public void stop() {
    timer.shutdownNow();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
