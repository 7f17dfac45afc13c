package dev.convene.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of the system. It can be stopped, killed, paused and started again, as often as
 * wanted; only this very process is ever signalled, and what it started itself.
 */
public final class Part {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  private final String name;
  private final Path log;
  private final Supplier<Program> source;
  private final Duration stopLimit;
  private @Nullable Process process;
  private Signal stopSignal = Signal.TERM;
  private boolean retired;

  /**
   * A part that does not run yet.
   *
   * @param log the file that its output is added to
   * @param program asked anew at every start, and so the place to prepare what the program needs
   */
  public Part(String name, Path log, Supplier<Program> program) {
    this(name, log, program, STOP_LIMIT);
  }

  Part(String name, Path log, Supplier<Program> program, Duration stopLimit) {
    this.name = name;
    this.log = log;
    this.source = program;
    this.stopLimit = stopLimit;
  }

  public String name() {
    return name;
  }

  /** Where its output goes; a further start adds to it. */
  public Path log() {
    return log;
  }

  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  /**
   * The process's id.
   *
   * @throws IllegalStateException when it does not run
   */
  public long pid() {
    return running().pid();
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @throws StartFailed when it ends before, or is not ready within two minutes
   */
  public void start() {
    Program program = source.get();
    Process started = launch(program);
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!ready(program)) {
      if (!started.isAlive()) {
        throw endedWhileStarting(started.exitValue());
      }
      if (System.nanoTime() > deadline) {
        throw new StartFailed(
            "%s was not ready within %d seconds; the end of %s:%n%s"
                .formatted(name, START_LIMIT.toSeconds(), log, LogTail.of(log)));
      }
      pausing(POLL);
    }
  }

  private synchronized StartFailed endedWhileStarting(int exitCode) {
    return retired
        ? stopped()
        : new StartFailed(
            "%s ended with exit code %d while starting; the end of %s:%n%s"
                .formatted(name, exitCode, log, LogTail.of(log)));
  }

  private StartFailed stopped() {
    return new StartFailed(name + " was stopped before it was ready");
  }

  private synchronized Process launch(Program program) {
    if (retired) {
      throw stopped();
    }
    if (isRunning()) {
      throw new IllegalStateException(name + " runs already");
    }
    try {
      Process started = program.launch(log);
      process = started;
      stopSignal = program.stopSignal();
      return started;
    } catch (IOException e) {
      throw new StartFailed(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  private static boolean ready(Program program) {
    try {
      return program.readiness().isReady();
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw Interrupted.by(e);
    }
  }

  /** Asks it to end, waits up to 30 seconds, and kills it then. Does nothing when it has ended. */
  public synchronized void stop() {
    if (process != null && process.isAlive()) {
      Signal.CONT.sendTo(process.toHandle());
      stopSignal.sendTo(process.toHandle());
      if (!ended(stopLimit)) {
        kill();
      }
    }
  }

  /** Ends it at once (SIGKILL), with what it started; it can do nothing about that. */
  public synchronized void kill() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      ended(STOP_LIMIT);
    }
  }

  /** Stops it for good: a start that is under way fails, and so does every later one. */
  public void retire() {
    synchronized (this) {
      retired = true;
    }
    stop();
  }

  /** Halts it where it stands (SIGSTOP), with what it started, until {@link #resume()}. */
  public void pause() {
    Process running = running();
    Signal.STOP.sendTo(running.toHandle());
    running.descendants().forEach(Signal.STOP::sendTo);
  }

  /** Lets it go on after {@link #pause()}. */
  public void resume() {
    Process running = running();
    running.descendants().forEach(Signal.CONT::sendTo);
    Signal.CONT.sendTo(running.toHandle());
  }

  private synchronized Process running() {
    if (process == null || !process.isAlive()) {
      throw new IllegalStateException(name + " does not run");
    }
    return process;
  }

  private boolean ended(Duration limit) {
    try {
      return process == null || process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw Interrupted.by(e);
    }
  }

  private static void pausing(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw Interrupted.by(e);
    }
  }
}
