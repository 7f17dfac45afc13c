package dev.convene.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.convene.contracts.Provider;
import dev.convene.worker.PauseTable.Row;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every second at what operators have ordered, on whichever replica it arrived. While the
 * database is away, what was last seen holds.
 */
final class OperatorWatch implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OperatorWatch.class);
  private static final long EVERY_SECONDS = 1;

  private final Provider provider;
  private final PauseTable table;
  private final WishTable wishes;
  private final Pauses pauses;
  private final Intake intake;
  private final Scheduler scheduler;
  private boolean paused;
  private boolean complained;
  private volatile boolean running;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("operator-watch").factory());

  OperatorWatch(
      Provider provider,
      PauseTable table,
      WishTable wishes,
      Pauses pauses,
      Intake intake,
      Scheduler scheduler) {
    this.provider = provider;
    this.table = table;
    this.wishes = wishes;
    this.pauses = pauses;
    this.intake = intake;
    this.scheduler = scheduler;
  }

  /** Before anything is taken from Kafka or tried: a pause outlives a restart. */
  @Override
  public void start() {
    look();
    var _ =
        timer.scheduleWithFixedDelay(
            this::lookOrComplain, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    running = true;
  }

  private void lookOrComplain() {
    try {
      look();
      complained = false;
    } catch (RuntimeException e) {
      if (!complained) {
        log.warn("What operators want cannot be read just now: {}", e.toString());
        complained = true;
      }
    }
  }

  /** Does what has been ordered, as far as it has not been done. */
  synchronized void look() {
    List<Row> rows = table.rows();
    pauses.set(rows.stream().filter(Row::paused).map(Row::target).collect(Collectors.toSet()));
    pauseProvider(pauses.contain(provider.id()));
    rows.stream().filter(row -> !row.paused()).forEach(row -> table.release(row.target()));
    wishes.hurry();
  }

  private void pauseProvider(boolean pause) {
    if (pause == paused) {
      return;
    }
    String objection = "operations have paused " + provider.id();
    if (pause) {
      intake.object(objection);
      scheduler.pause();
    } else {
      scheduler.resume();
      intake.withdraw(objection);
    }
    paused = pause;
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

  /** Starts before the bindings and the scheduler. */
  @Override
  public int getPhase() {
    return 0;
  }
}
